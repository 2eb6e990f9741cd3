import { z } from 'zod';
import { type Adapter, codesOf, optionalText, parsePayload, waybillText } from './adapter.ts';

const report = z.looseObject({
  at: optionalText,
  time: optionalText,
  ts: optionalText,
  code: optionalText,
  reason: optionalText,
  text: optionalText,
  place: optionalText,
});

const history = z.looseObject({
  waybill: waybillText.optional(),
  name: waybillText.optional(),
  courier: optionalText,
  events: z.array(report),
});

/**
 * Any carrier: a waybill and its reports, each with a time (`at`, `time` or `ts`), a code, words and a place. The codes
 * are kept but not read, because no table says what they mean; only the words are.
 */
export const generic: Adapter = {
  provider: 'generic',
  table: null,
  zone: 'Z',
  read(payload) {
    const { waybill, name, courier, events } = parsePayload(
      history,
      payload,
      'a history of reports ({ waybill, courier, events: [{ at, code, text, place }] })',
    );
    return {
      parcels: [
        {
          waybill: waybill ?? name ?? 'unknown',
          courier,
          reports: events.map((found, place) => ({
            time: found.at || found.time || found.ts,
            codes: codesOf([found.code, found.reason].filter((part) => part !== '').join('/')),
            text: found.text,
            place: found.place,
            path: `events[${place}]`,
          })),
          state: null,
        },
      ],
      rejected: [],
    };
  },
};
