import { z } from 'zod';
import {
  type Adapter,
  answeredError,
  codesOf,
  hasField,
  optionalText,
  type ParcelReports,
  parsePayload,
  waybillText,
} from './adapter.ts';
import { aftershipCodes } from './aftership-codes.ts';

/** `checkpoint_time` is the local time of the carrier, with an offset only if the carrier gives one. */
const checkpoint = z.looseObject({
  checkpoint_time: optionalText,
  tag: optionalText,
  subtag: optionalText,
  message: optionalText,
  location: optionalText,
  city: optionalText,
  country_name: optionalText,
});

const tracking = z.looseObject({
  tracking_number: waybillText,
  slug: optionalText,
  tag: optionalText,
  subtag: optionalText,
  subtag_message: optionalText,
  checkpoints: z.array(checkpoint).nullish(),
});

const webhook = z.looseObject({ ts: z.number().nullish(), msg: tracking });
const answer = z.looseObject({
  data: z.union([
    z.looseObject({ tracking }).transform((data) => [{ entry: data.tracking, path: 'data.tracking.' }]),
    z
      .looseObject({ trackings: z.array(tracking) })
      .transform((data) =>
        data.trackings.map((entry, place) => ({ entry, path: `data.trackings[${place}].` })),
      ),
    tracking.transform((entry) => [{ entry, path: 'data.' }]),
  ]),
});
const refusal = z.looseObject({
  meta: z.looseObject({ code: z.number().min(400), message: optionalText }),
});

/**
 * AfterShip: the webhook `tracking_update`, the answer with one tracking or a list, and a tracking by itself. The form is
 * that of the vendor's pages on the tracking object and on webhooks, and of recorded answers.
 */
export const aftership: Adapter = {
  provider: 'aftership',
  table: aftershipCodes,
  zone: 'Z',
  read(payload) {
    const refused = refusal.safeParse(payload);
    if (refused.success) {
      throw answeredError('aftership', `${refused.data.meta.code} ${refused.data.meta.message}`);
    }
    if (hasField(payload, 'msg')) {
      const { ts, msg } = parsePayload(webhook, payload, 'an AfterShip webhook');
      return { parcels: [reportsOf(msg, 'msg.', ts ?? '')], rejected: [] };
    }
    if (hasField(payload, 'data')) {
      const { data } = parsePayload(answer, payload, 'an AfterShip answer');
      return { parcels: data.map(({ entry, path }) => reportsOf(entry, path, '')), rejected: [] };
    }
    const entry = parsePayload(tracking, payload, 'an AfterShip webhook, answer or tracking');
    return { parcels: [reportsOf(entry, '', '')], rejected: [] };
  },
};

// Helpers

function reportsOf(
  { tracking_number, slug, tag, subtag, subtag_message, checkpoints }: z.output<typeof tracking>,
  path: string,
  time: unknown,
): ParcelReports {
  const codes = codesOf(subtag, mainOf(subtag), tag);
  return {
    waybill: tracking_number,
    courier: slug,
    reports: (checkpoints ?? []).map((found, place) => ({
      time: found.checkpoint_time,
      codes: codesOf(found.subtag, mainOf(found.subtag), found.tag),
      text: found.message,
      place: found.location || found.city || found.country_name,
      path: `${path}checkpoints[${place}]`,
    })),
    state: codes.length === 0 ? null : { time, codes, text: subtag_message, path: `${path}tag` },
  };
}

/** A sub-status begins with its status: `Delivered_001`. */
function mainOf(subtag: string): string {
  return subtag.split('_')[0] ?? '';
}
