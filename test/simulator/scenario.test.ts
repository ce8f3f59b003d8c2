import { Scenario } from '../../simulator/gateway/scenario';

it('lets the longest match win, and its own rows over the documented numbers', () => {
	const scenario = new Scenario([
		{ digits: '7', fate: 'expired' },
		{ digits: '7900', fate: 'never' },
		{ digits: '79000000001', fate: 'stop-list' },
	]);
	const fates = ['79000000001', '79000000002', '79990170000', '380442589632'].map((phone) => scenario.lotOf(phone).fate.name);
	expect(fates).toEqual(['stop-list', 'never', 'expired', 'read']);
});

it('deals out a mix by phone number, always the same', () => {
	const scenario = new Scenario();
	scenario.set({ rows: [{ prefix: '79', mix: { read: 70, expired: 30 }, spreadSeconds: 10 }] });
	const phones = Array.from({ length: 2000 }, (_, index) => String(79000000000 + index));
	const lots = phones.map((phone) => scenario.lotOf(phone));
	const expired = lots.filter(({ fate }) => fate.name === 'expired').length;
	expect(expired / phones.length).toBeCloseTo(0.3, 1);
	expect(Math.max(...lots.map(({ delay }) => delay))).toBeGreaterThan(9_000);
	expect(Math.max(...lots.map(({ delay }) => delay))).toBeLessThan(10_000);
	expect(phones.map((phone) => scenario.lotOf(phone))).toEqual(lots);
});

it('changes how long a channel takes', () => {
	const scenario = new Scenario();
	scenario.set([{ phone: '79000000001', fate: 'no-viber', seconds: { viber: 1, sms: 90 } }]);
	expect(scenario.lotOf('79000000001').fate.channels).toEqual({
		viber: { ending: 'not_deliver', seconds: 1 },
		sms: { ending: 'read', seconds: 90 },
	});
});

it.each<[string, unknown, string]>([
	['no list', 'read', 'A scenario is a list of rows'],
	['no numbers', [{ fate: 'read' }], 'Scenario row 1: "phone" or "prefix" must be digits.'],
	[
		'an unknown fate',
		[
			{ prefix: '7', fate: 'read' },
			{ prefix: '8', fate: 'lost' },
		],
		'Scenario row 2: there is no fate "lost".',
	],
	['an unknown fate in a mix', [{ prefix: '7', mix: { lost: 1 } }], '"lost" in "mix" is not known.'],
	['an unknown channel', [{ prefix: '7', fate: 'read', seconds: { fax: 1 } }], '"fax" in "seconds" is not known.'],
	['fate and mix', [{ prefix: '7', fate: 'read', mix: {} }], 'it needs either "fate" or "mix".'],
	['an unknown key', [{ prefix: '7', fates: 'read' }], '"fates" is not known'],
	['a time below nothing', [{ prefix: '7', fate: 'read', spreadSeconds: -1 }], '"spreadSeconds" must hold numbers of 0 or more.'],
])('refuses a scenario with %s', (_, rows, message) => {
	expect(() => {
		new Scenario().set(rows);
	}).toThrow(message);
});
