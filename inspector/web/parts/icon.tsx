const shapes = {
  sun: 'M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M3 13l1.1-1.1M11.9 4.1 13 3',
  moon: 'M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1z',
  question: 'M5.6 6a2.4 2.4 0 1 1 3.6 2.1c-.8.4-1.2.9-1.2 1.7M8 12.2v.3',
  close: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  width: 'M2 3v10M14 3v10M4.5 8h7M6 6 4.5 8 6 10M10 6l1.5 2L10 10',
  target: 'M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM8 1v3M8 12v3M1 8h3M12 8h3',
  focus: 'M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3M5.5 5.5h5v5h-5z',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.8V8l2.3 1.5',
  first: 'M4 3v10M12.5 3.5 7 8l5.5 4.5',
  back: 'M10.5 3.5 5 8l5.5 4.5',
  next: 'M5.5 3.5 11 8l-5.5 4.5',
  last: 'M12 3v10M3.5 3.5 9 8l-5.5 4.5',
  play: 'M5 3l8 5-8 5z',
  pause: 'M5 3v10M11 3v10',
  branch:
    'M4.5 2v8M4.5 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM11.5 2a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM11.5 6c0 3-4 2.5-6.6 4.2',
  undo: 'M6 3 2.5 6.5 6 10M2.5 6.5h7a4 4 0 0 1 0 7H7',
  note: 'M3 2.5h10v8L10 13.5H3zM10 13.5v-3h3M5.5 5.5h5M5.5 8h3',
  save: 'M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3 14 14',
  yes: 'M3 8.5 6.5 12 13 4.5',
  no: 'M4 4l8 8M12 4l-8 8',
  depends: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z',
  down: 'M3.5 6 8 10.5 12.5 6',
  right: 'M6 3.5 10.5 8 6 12.5',
  warning: 'M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.2',
  file: 'M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3',
  list: 'M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.5M2 8h.5M2 12h.5',
  chart: 'M5 2h6v4H5zM2 10h5v4H2zM9 10h5v4H9zM8 6v2M4.5 10V8h7v2',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof shapes;

/** A line drawing beside words; it says nothing by itself. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
