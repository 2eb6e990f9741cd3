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
import { shipengineCodes } from './shipengine-codes.ts';

/** `occurred_at` is UTC; `carrier_occurred_at` is the local time of the carrier, without an offset. */
const event = z.looseObject({
  occurred_at: optionalText,
  carrier_occurred_at: optionalText,
  description: optionalText,
  event_description: optionalText,
  city_locality: optionalText,
  status_code: optionalText,
  status_detail_code: optionalText,
});

const tracking = z.looseObject({
  tracking_number: waybillText,
  carrier_code: optionalText,
  status_code: optionalText,
  status_detail_code: optionalText,
  status_description: optionalText,
  exception_description: optionalText,
  events: z.array(event).nullish(),
});

const webhook = z.looseObject({ resource_type: z.literal('API_TRACK'), data: tracking });

/**
 * ShipEngine (now ShipStation API): the webhook `API_TRACK` and the answer of a tracking query. The form is that of the
 * vendor's page on webhook schemas and of its OpenAPI document; older payloads have no `status_detail_code`.
 */
export const shipengine: Adapter = {
  provider: 'shipengine',
  table: shipengineCodes,
  zone: 'Z',
  read(payload) {
    if (hasField(payload, 'resource_type')) {
      const { data } = parsePayload(webhook, payload, 'a ShipEngine tracking webhook');
      return { parcels: [reportsOf(data, 'data.')], rejected: [] };
    }
    const entry = parsePayload(tracking, payload, 'a ShipEngine webhook or tracking');
    return { parcels: [reportsOf(entry, '')], rejected: [] };
  },
};

// Helpers

function reportsOf(entry: z.output<typeof tracking>, path: string): ParcelReports {
  const { status_code, status_detail_code } = entry;
  const codes = codesOf(status_detail_code, status_code);
  return {
    waybill: entry.tracking_number,
    courier: entry.carrier_code,
    reports: (entry.events ?? []).map((found, place) => ({
      time: found.occurred_at || found.carrier_occurred_at,
      codes: codesOf(found.status_detail_code, found.status_code),
      text: found.description || found.event_description,
      place: found.city_locality,
      path: `${path}events[${place}]`,
    })),
    state:
      codes.length === 0
        ? null
        : {
            time: '',
            codes,
            text: entry.exception_description || entry.status_description,
            path: `${path}status_code`,
          },
  };
}
