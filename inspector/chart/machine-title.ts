import type { Text } from '../../domain/text.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import { type MachineName, machines } from '../../machines/index.ts';

/** What a machine is for: the title of its rulebook, or of the machine itself. */
export function machineTitle(name: MachineName): Text {
  if (name === 'parcelCase') return { zh: '包裹案件（总图）', en: 'Parcel case (whole)' };
  const book = (rulebooks as Readonly<Record<string, { readonly title: Text } | undefined>>)[name];
  const meta = machines[name].root.meta as { readonly title?: Text } | undefined;
  return book?.title ?? meta?.title ?? { zh: name, en: name };
}

/** Whether a name is that of a machine of this package. */
export function isMachineName(name: string): name is MachineName {
  return Object.hasOwn(machines, name);
}
