import { useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

interface FileButtonProps {
  readonly label: string;
  readonly accept: string;
  /** Whether a whole folder is chosen. */
  readonly isFolder?: boolean;
  readonly isPrimary?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that lets the user choose a file or a folder of this computer. */
export function FileButton({ label, accept, isFolder = false, isPrimary = true, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={isPrimary ? 'button primary' : 'button'}
        onClick={() => input.current?.click()}
      >
        <Icon name="file" />
        {label}
      </button>
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-label={label}
        accept={isFolder ? undefined : accept}
        {...(isFolder ? { webkitdirectory: true } : {})}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
