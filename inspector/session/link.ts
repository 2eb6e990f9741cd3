import { ParcelError } from '../../domain/errors.ts';
import type { Text } from '../../domain/text.ts';
import { hasPersonalData } from './masking.ts';
import { recordingOf, sessionOf } from './recording.ts';
import type { Session } from './session.ts';

/** A link that carries a case. */
export interface Link {
  /** The part after `#`. */
  readonly hash: string;
  /** What whoever passes it on should know. */
  readonly warnings: readonly Text[];
}

/** Longer links are cut off by some mail programs and chats, in characters. */
const longLink = 8000;

/** The longest link that is read, in characters, and the largest recording in it, in bytes. */
const longest = 400_000;
const largest = 4_000_000;

/** A link that carries what was sent to a case, for the part of an address after `#`. Personal data are masked unless they are kept. */
export async function linkTo(session: Session, keepPersonal = false): Promise<Link> {
  const json = JSON.stringify(recordingOf(session, keepPersonal));
  const bytes = await through(new TextEncoder().encode(json), new CompressionStream('deflate-raw'), largest);
  const hash = `t=${toBase64(bytes)}`;
  const isPersonal =
    keepPersonal &&
    (hasPersonalData(null, session.input) ||
      session.moments.some(({ event }) => event && hasPersonalData(event)));
  return {
    hash,
    warnings: [
      ...(hash.length > longLink ? [tooLongForChats(hash.length)] : []),
      ...(isPersonal ? [personal] : []),
    ],
  };
}

/**
 * The case that a link carries.
 * @param hash the part of the address after `#`, with or without it.
 * @returns `null` if the link carries none.
 * @throws {ParcelError} `INVALID_LINK` if it was cut off or changed, or is too large.
 */
export async function sessionIn(hash: string): Promise<Session | null> {
  const coded = /^#?t=(.*)$/s.exec(hash)?.[1];
  if (coded === undefined) return null;
  if (coded.length > longest) throw unreadable(`has more than ${longest} characters`);
  return sessionOf(await recordingIn(coded));
}

// Helpers

const personal: Text = {
  en: 'The link carries personal data, such as waybill numbers, addresses and free texts.',
  zh: '链接中含有个人信息（如运单号、地址、自由填写的内容）。',
};

function tooLongForChats(characters: number): Text {
  return {
    en: `The link has ${characters} characters, and some programs cut links off. Save a file instead.`,
    zh: `链接长达 ${characters} 个字符，部分软件会截断。建议改为保存文件。`,
  };
}

async function recordingIn(coded: string): Promise<unknown> {
  try {
    const bytes = await through(fromBase64(coded), new DecompressionStream('deflate-raw'), largest);
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof ParcelError) throw error;
    throw unreadable('was cut off or changed on the way');
  }
}

/** Bytes through a stream, but no more than `most`: a small link may unfold to anything. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw unreadable(`holds more than ${most} bytes`);
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );
}

function unreadable(what: string): ParcelError {
  return new ParcelError(
    'INVALID_LINK',
    `This link cannot be read: it ${what}. Ask for it again, or for a file.`,
  );
}
