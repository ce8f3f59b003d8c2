import type { INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { isTimeZone } from '../../nodes/CascadeMessaging/protocol';
import { plainHttpOfHost, plainHttpOfN8n, timeZones } from '../../nodes/CascadeMessaging/transport/credentialFields';

/** How often the warning about open connections is shown for a credential. */
function shown(values: INodeParameters): number {
	return [plainHttpOfHost, plainHttpOfN8n].filter((field) => NodeHelpers.displayParameter(values, field, null, null)).length;
}

const HTTPS = 'gateway.example.com';
const LOCAL = 'http://localhost:5678';

it.each([
	[{ host: HTTPS, store: 'memory', n8nUrl: 'http://n8n:5678' }, 0],
	[{ host: 'http://gateway.example.com', store: 'memory', n8nUrl: LOCAL }, 1],
	[{ host: HTTPS, store: 'dataTable', n8nUrl: LOCAL }, 0],
	[{ host: HTTPS, store: 'dataTable', n8nUrl: 'http://127.0.0.1:5678' }, 0],
	[{ host: HTTPS, store: 'dataTable', n8nUrl: 'http://n8n:5678' }, 1],
	[{ host: 'http://gateway.example.com', store: 'dataTable', n8nUrl: 'http://n8n:5678' }, 1],
])('with %j the warning about open connections is shown %i times', (values, times) => {
	expect(shown(values)).toBe(times);
});

it('the time zones are those that can be computed with, each once, the usual one among them', () => {
	const values = timeZones.map(({ value }) => value);
	expect(values).toEqual([...new Set(values)]);
	expect(values).toEqual(expect.arrayContaining(['Europe/Moscow', 'Europe/Kyiv', 'Asia/Almaty', 'UTC']));
	expect(values.map(String).filter((zone) => !isTimeZone(zone))).toEqual([]);
});
