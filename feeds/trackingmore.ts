import { z } from 'zod';
import {
  type Adapter,
  answeredError,
  codesOf,
  optionalText,
  type ParcelReports,
  parsePayload,
  waybillText,
} from './adapter.ts';
import { trackingmoreCodes } from './trackingmore-codes.ts';

/** `checkpoint_date` is the local time of the carrier, mostly without an offset. */
const checkpoint = z.looseObject({
  checkpoint_date: optionalText,
  checkpoint_delivery_status: optionalText,
  checkpoint_delivery_substatus: optionalText,
  tracking_detail: optionalText,
  location: optionalText,
});

const leg = z.looseObject({ trackinfo: z.array(checkpoint).nullish() }).nullish();

const tracking = z.looseObject({
  tracking_number: waybillText,
  courier_code: optionalText,
  delivery_status: optionalText,
  substatus: optionalText,
  latest_event: optionalText,
  update_date: optionalText,
  origin_info: leg,
  destination_info: leg,
});

const wrapped = z.looseObject({
  data: z.union([
    z
      .array(tracking)
      .transform((entries) => entries.map((entry, place) => ({ entry, path: `data[${place}].` }))),
    tracking.transform((entry) => [{ entry, path: 'data.' }]),
  ]),
});
const refusal = z.looseObject({
  meta: z.looseObject({ code: z.number().min(400), message: optionalText }),
});

/**
 * TrackingMore v4: the webhook and the answer, both with one tracking or a list in `data`, and a tracking by itself. The
 * form is that of the vendor's clients and of recorded answers.
 */
export const trackingmore: Adapter = {
  provider: 'trackingmore',
  table: trackingmoreCodes,
  zone: 'Z',
  read(payload) {
    const refused = refusal.safeParse(payload);
    if (refused.success) {
      throw answeredError('trackingmore', `${refused.data.meta.code} ${refused.data.meta.message}`);
    }
    const bare = tracking.safeParse(payload);
    const entries = bare.success
      ? [{ entry: bare.data, path: '' }]
      : parsePayload(wrapped, payload, 'a TrackingMore webhook, answer or tracking').data;
    return { parcels: entries.map(({ entry, path }) => reportsOf(entry, path)), rejected: [] };
  },
};

// Helpers

function reportsOf(entry: z.output<typeof tracking>, path: string): ParcelReports {
  const { delivery_status, substatus } = entry;
  const codes = codesOf(substatus, mainOf(substatus), delivery_status);
  return {
    waybill: entry.tracking_number,
    courier: entry.courier_code,
    reports: (['origin_info', 'destination_info'] as const).flatMap((name) =>
      (entry[name]?.trackinfo ?? []).map((found, place) => ({
        time: found.checkpoint_date,
        codes: codesOf(
          found.checkpoint_delivery_substatus,
          mainOf(found.checkpoint_delivery_substatus),
          found.checkpoint_delivery_status,
        ),
        text: found.tracking_detail,
        place: found.location,
        path: `${path}${name}.trackinfo[${place}]`,
      })),
    ),
    state:
      codes.length === 0
        ? null
        : {
            time: entry.update_date,
            codes,
            text: entry.latest_event,
            path: `${path}delivery_status`,
          },
  };
}

/** A sub-status is its status and a number: `transit001`. */
function mainOf(code: string): string {
  return /^[a-z]+\d{3}$/.test(code) ? code.slice(0, -3) : '';
}
