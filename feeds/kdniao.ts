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
import { kdniaoCodes } from './kdniao-codes.ts';

const trace = z.looseObject({
  AcceptTime: optionalText,
  AcceptStation: optionalText,
  Location: optionalText,
  /** The extended state of this trace, in the paid versions. */
  Action: optionalText,
  Remark: optionalText,
});

/** The answer to a query, which is also one entry of a push. Traces come oldest first. */
const result = z.looseObject({
  LogisticCode: waybillText,
  ShipperCode: optionalText,
  State: optionalText,
  StateEx: optionalText,
  Reason: optionalText,
  Traces: z.array(trace).nullish(),
});

const push = z.looseObject({ PushTime: optionalText, Data: z.array(result) });

const refusal = z.looseObject({ Success: z.literal(false), Reason: optionalText });

/**
 * kdniao: the push of traces (`RequestData` of the form, or its JSON) and the answer to a query. The form is that of the
 * vendor's page on the push interface and of public clients. A push may hold several parcels.
 */
export const kdniao: Adapter = {
  provider: 'kdniao',
  table: kdniaoCodes,
  zone: '+08:00',
  read(payload) {
    if (hasField(payload, 'Data')) {
      const { PushTime, Data } = parsePayload(push, payload, 'a kdniao push');
      return {
        parcels: Data.map((entry, place) => reportsOf(entry, `Data[${place}].`, PushTime)),
        rejected: [],
      };
    }
    const refused = refusal.safeParse(payload);
    if (refused.success && !hasField(payload, 'LogisticCode')) {
      throw answeredError('kdniao', refused.data.Reason);
    }
    const answer = parsePayload(result, payload, 'a kdniao push or query answer');
    return { parcels: [reportsOf(answer, '', '')], rejected: [] };
  },
};

// Helpers

function reportsOf(entry: z.output<typeof result>, path: string, pushTime: string): ParcelReports {
  const { LogisticCode, ShipperCode, State, StateEx, Reason, Traces } = entry;
  const codes = codesOf(StateEx, baseOf(StateEx), State);
  return {
    waybill: LogisticCode,
    courier: ShipperCode,
    reports: (Traces ?? []).map((found, place) => ({
      time: found.AcceptTime,
      codes: codesOf(found.Action, baseOf(found.Action)),
      text: [found.AcceptStation, found.Remark].filter((words) => words !== '').join(' '),
      place: found.Location,
      path: `${path}Traces[${place}]`,
    })),
    state: codes.length === 0 ? null : { time: pushTime, codes, text: Reason, path: `${path}State` },
  };
}

/** Extended states begin with their state. */
function baseOf(code: string): string {
  return /^\d{3}$/.test(code) ? code.charAt(0) : '';
}
