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
import { seventeenTrackCodes } from './seventeen-track-codes.ts';

const event = z.looseObject({
  time_iso: optionalText,
  time_utc: optionalText,
  description: optionalText,
  location: optionalText,
  stage: optionalText,
  sub_status: optionalText,
});

const provider = z.looseObject({
  provider: z.looseObject({ name: optionalText }).nullish(),
  latest_sync_time: optionalText,
  events: z.array(event).nullish(),
});

const parcel = z.looseObject({
  number: waybillText,
  carrier: z.union([z.string(), z.number()]).nullish(),
  track_info: z
    .looseObject({
      latest_status: z.looseObject({ status: optionalText, sub_status: optionalText }).nullish(),
      tracking: z.looseObject({ providers: z.array(provider).nullish() }).nullish(),
    })
    .nullish(),
});

const rejected = z.looseObject({
  number: optionalText,
  error: z.looseObject({ code: optionalText, message: optionalText }).nullish(),
});

const webhook = z.looseObject({ event: z.string(), data: parcel });
const answer = z.looseObject({
  data: z.looseObject({ accepted: z.array(parcel).nullish(), rejected: z.array(rejected).nullish() }),
});
const refusal = z.looseObject({
  code: z.number().refine((code) => code !== 0),
  data: z.looseObject({ errors: z.array(z.looseObject({ message: optionalText })) }),
});

/**
 * 17TRACK v2 (v2.2 to v2.4): the webhooks `TRACKING_UPDATED` and `TRACKING_STOPPED`, and the answer of `gettrackinfo`.
 * The form is that of public clients which agree. An answer may hold several parcels and reject others.
 */
export const seventeenTrack: Adapter = {
  provider: '17track',
  table: seventeenTrackCodes,
  zone: 'Z',
  read(payload) {
    const refused = refusal.safeParse(payload);
    if (refused.success) {
      throw answeredError('17track', refused.data.data.errors.map(({ message }) => message).join('; '));
    }
    const pushed = webhook.safeParse(payload);
    if (pushed.success) return { parcels: [reportsOf(pushed.data.data, 'data.')], rejected: [] };
    const { data } = parsePayload(answer, payload, 'a 17TRACK webhook or answer');
    return {
      parcels: (data.accepted ?? []).map((entry, place) => reportsOf(entry, `data.accepted[${place}].`)),
      rejected: (data.rejected ?? []).map(({ number, error }) => ({
        waybill: number,
        reason: [error?.code, error?.message].filter(Boolean).join(' '),
      })),
    };
  },
};

// Helpers

function reportsOf({ number, carrier, track_info }: z.output<typeof parcel>, path: string): ParcelReports {
  const providers = track_info?.tracking?.providers ?? [];
  const latest = track_info?.latest_status;
  const codes = codesOf(latest?.sub_status ?? '', mainOf(latest?.sub_status ?? ''), latest?.status ?? '');
  const within = `${path}track_info.tracking.providers`;
  return {
    waybill: number,
    courier: providers[0]?.provider?.name || String(carrier ?? ''),
    reports: providers.flatMap(({ events }, index) =>
      (events ?? []).map((found, place) => ({
        time: found.time_utc || found.time_iso,
        codes: codesOf(found.sub_status, mainOf(found.sub_status), found.stage),
        text: found.description,
        place: found.location,
        path: `${within}[${index}].events[${place}]`,
      })),
    ),
    state:
      codes.length === 0
        ? null
        : {
            time: providers[0]?.latest_sync_time ?? '',
            codes,
            text: '',
            path: `${path}track_info.latest_status`,
          },
  };
}

/** A sub-status begins with its status: `InTransit_PickedUp`. */
function mainOf(code: string): string {
  return code.includes('_') ? (code.split('_')[0] ?? '') : '';
}
