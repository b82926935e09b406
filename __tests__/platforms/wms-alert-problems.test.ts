import { wms } from '../../lib/platforms/wms/config';
import { messages } from './wms-messages';

const { alerts } = wms;

test.each<[string, Partial<typeof alerts>, string]>([
  [
    'a begin of names that is none',
    { prefix: 'wms' },
    "alerts.prefix: must be a name in UpperCamelCase, such as 'Wms', got 'wms'",
  ],
  [
    'a share above the whole',
    { services: { ...alerts.services, errors: { percent: 500, for: '5m' } } },
    'alerts.services.errors.percent: must be a whole number from 1 to 99, got 500; write 5 for a twentieth',
  ],
  [
    'a count of none',
    { kafka: { ...alerts.kafka, lag: { bound: 0, for: '15m' } } },
    'alerts.kafka.lag.bound: must be a whole number from 1, got 0',
  ],
  [
    'a time that a lost scrape would fill',
    { mongodb: { ...alerts.mongodb, noPrimary: '10s' } },
    "alerts.mongodb.noPrimary: must be a time longer than the 30s between two scrapes, such as '5m', got '10s'; a single value that is lost or late would alert somebody",
  ],
])('%s is refused', (_, changed, message) => {
  expect(messages({ alerts: { ...alerts, ...changed } })).toEqual([message]);
});
