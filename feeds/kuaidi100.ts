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
import { kuaidi100Codes } from './kuaidi100-codes.ts';

/** `ftime` is the normalised time, Beijing time without an offset. `status` is a name, `statusCode` its number. */
const record = z.looseObject({
  time: optionalText,
  ftime: optionalText,
  context: optionalText,
  status: optionalText,
  statusCode: optionalText,
  areaName: optionalText,
  location: optionalText,
});

/** The answer to a query, which is also `lastResult` of a push. Records come newest first. */
const result = z.looseObject({
  nu: waybillText,
  com: optionalText,
  state: optionalText,
  data: z.array(record).nullish(),
});

const push = z.looseObject({
  status: optionalText,
  message: optionalText,
  lastResult: result,
  /** The country of destination, for international parcels only. */
  destResult: result.nullish(),
});

const refusal = z.looseObject({
  result: z.literal(false),
  returnCode: optionalText,
  message: optionalText,
});

/**
 * kuaidi100: the subscription push (`param` of the form, or its JSON) and the answer to a query. The form is that of the
 * vendor's pages on both interfaces; fields beyond those named there are ignored.
 */
export const kuaidi100: Adapter = {
  provider: 'kuaidi100',
  table: kuaidi100Codes,
  zone: '+08:00',
  read(payload) {
    const refused = refusal.safeParse(payload);
    if (refused.success)
      throw answeredError('kuaidi100', `${refused.data.returnCode} ${refused.data.message}`);
    if (!hasField(payload, 'lastResult')) {
      const answer = parsePayload(result, payload, 'a kuaidi100 push or query answer');
      return { parcels: [reportsOf(answer, '')], rejected: [] };
    }
    const pushed = parsePayload(push, payload, 'a kuaidi100 push');
    const last = reportsOf(pushed.lastResult, 'lastResult.');
    const abroad = pushed.destResult ? reportsOf(pushed.destResult, 'destResult.') : null;
    const aborted = pushed.status === 'abort';
    const ended = { time: '', codes: ['abort'], text: pushed.message, path: 'status' };
    const parcel = {
      ...last,
      reports: [...last.reports, ...(abroad?.reports ?? [])],
      state: aborted ? ended : (abroad?.state ?? last.state),
    };
    return { parcels: [parcel], rejected: [] };
  },
};

// Helpers

function reportsOf({ nu, com, state, data }: z.output<typeof result>, path: string): ParcelReports {
  return {
    waybill: nu,
    courier: com,
    reports: (data ?? []).map((entry, place) => {
      const code = entry.statusCode || codeNamed(entry.status);
      return {
        time: entry.ftime || entry.time,
        codes: codesOf(code, baseOf(code)),
        text: entry.context,
        place: entry.areaName || entry.location,
        path: `${path}data[${place}]`,
      };
    }),
    state:
      state === ''
        ? null
        : { time: '', codes: codesOf(state, baseOf(state)), text: '', path: `${path}state` },
  };
}

/** With `resultv2=1` a record has the name of its state only. */
function codeNamed(name: string): string {
  return kuaidi100Codes.rows.find(({ title }) => title.zh === name)?.code ?? '';
}

/** Advanced states begin with their base state, but for those of line haul: `1001` belongs to `0`. */
function baseOf(code: string): string {
  if (!/^\d{3,4}$/.test(code)) return '';
  return code.length === 4 ? '0' : code.charAt(0);
}
