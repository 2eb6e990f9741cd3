import { z } from 'zod';
import {
  type Adapter,
  codesOf,
  hasField,
  optionalText,
  type ParcelReports,
  parsePayload,
  waybillText,
} from './adapter.ts';
import { logisticsStatusCodes } from './cainiao-codes.ts';

/** `time` is a number of milliseconds, or Beijing time without an offset. */
const node = z.looseObject({
  time: z.union([z.string(), z.number()]).nullish(),
  desc: optionalText,
  areaName: optionalText,
  logisticsStatus: optionalText,
  subLogisticsStatus: optionalText,
});

const nodes = z.array(node).nullish();

/** The sellers of this interface name the number and the list differently; all names seen are read. */
const result = z
  .looseObject({
    mailNo: waybillText.optional(),
    number: waybillText.optional(),
    cpCode: optionalText,
    expressCode: optionalText,
    logisticsStatus: optionalText,
    theLastMessage: optionalText,
    theLastTime: z.union([z.string(), z.number()]).nullish(),
    logisticsTraceDetailList: nodes,
    logisticsTraceDetails: nodes,
    logisticsFullTraceList: nodes,
  })
  .refine(({ mailNo, number }) => mailNo ?? number, {
    path: ['mailNo'],
    error: 'the number of the parcel is missing (mailNo or number)',
  });

/** The fields that wrap the result, by the seller of the interface. */
const wrappers = ['data', 'logisticsTrace', 'result'];

/**
 * The `logisticsStatus` / `subLogisticsStatus` family: query answers and pushes of several sellers. No page of a vendor
 * was read; the form is that of public samples and clients, which agree but for the names of two fields.
 */
export const logisticsStatus: Adapter = {
  provider: 'logisticsStatus',
  table: logisticsStatusCodes,
  zone: '+08:00',
  read(payload) {
    const wrapper = wrappers.find((name) => hasField(payload, name));
    const inner = wrapper ? (payload as Readonly<Record<string, unknown>>)[wrapper] : payload;
    const path = wrapper ? `${wrapper}.` : '';
    if (Array.isArray(inner)) {
      const entries = parsePayload(z.array(result), inner, 'a list of logisticsStatus results');
      return {
        parcels: entries.map((entry, place) => reportsOf(entry, `${wrapper}[${place}].`)),
        rejected: [],
      };
    }
    const entry = parsePayload(result, inner, 'a logisticsStatus result');
    return { parcels: [reportsOf(entry, path)], rejected: [] };
  },
};

// Helpers

const lists = ['logisticsTraceDetailList', 'logisticsTraceDetails', 'logisticsFullTraceList'] as const;

function reportsOf(entry: z.output<typeof result>, path: string): ParcelReports {
  const { mailNo, number, cpCode, expressCode, logisticsStatus: state, theLastTime } = entry;
  return {
    waybill: mailNo ?? number ?? '',
    courier: cpCode || expressCode,
    reports: lists.flatMap((list) =>
      (entry[list] ?? []).map((found, place) => ({
        time: found.time,
        codes: codesOf(found.subLogisticsStatus, found.logisticsStatus),
        text: found.desc,
        place: found.areaName,
        path: `${path}${list}[${place}]`,
      })),
    ),
    state:
      state === ''
        ? null
        : {
            time: theLastTime,
            codes: [state],
            text: entry.theLastMessage,
            path: `${path}logisticsStatus`,
          },
  };
}
