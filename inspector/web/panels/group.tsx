import type { ComponentChildren } from 'preact';

interface GroupProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A heading and the list below it. */
export function Group({ title, children }: GroupProps) {
  return (
    <section class="group-of">
      <h3 class="heading">{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

interface ChangedProps {
  readonly sign: '+' | '−';
  /** What the sign means, for those who do not see it. */
  readonly label: string;
  readonly text: string;
}

/** Something that came or went. */
export function Changed({ sign, label, text }: ChangedProps) {
  return (
    <li class={sign === '+' ? 'came' : 'went'}>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>
      <span class="unseen">{label} </span>
      {text}
    </li>
  );
}
