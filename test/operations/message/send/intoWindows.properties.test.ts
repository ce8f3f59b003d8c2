import fc from 'fast-check';
import { DateTime, FixedOffsetZone, IANAZone } from 'luxon';

import { planSend } from '../../../../nodes/CascadeMessaging/operations/message/send/plan';
import { RUNS } from '../../../protocol/support/runs';
import { gatewayThat } from '../../support/gateway';
import { sendRun } from '../../support/sendRun';

afterEach(() => jest.restoreAllMocks());

const DAY = 1440;
/** On a busy machine, in milliseconds. */
const LONGEST_RUN = 100;
const MOSCOW = '74951234567';
const FORMAT = 'yyyy-MM-dd HH:mm';
const FALLBACK = 'America/St_Johns';
const GATEWAYS = ['Europe/Moscow', 'Europe/Kyiv', 'America/New_York', 'UTC'];

/** A window that is open for two hours and more: the hour that a gateway's clock may show twice never fills it. */
const windows = fc.record({
	from: fc.nat(DAY - 1),
	length: fc.integer({ min: 125, max: DAY - 1 }),
	days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
});

const scenarios = fc.record({
	window: windows,
	/** Quarters of an hour from UTC, of each recipient; nothing where the operator does not know. */
	quarters: fc.array(fc.option(fc.integer({ min: -48, max: 56 }), { nil: undefined }), { minLength: 1, maxLength: 8 }),
	/** From where the operator counts. */
	origin: fc.constantFrom(0, 3),
	gateway: fc.constantFrom(...GATEWAYS),
	now: fc.oneof(
		fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) }),
		// The days on which clocks are set back.
		fc.integer({ min: Date.UTC(2026, 9, 23), max: Date.UTC(2026, 9, 26) }),
		fc.integer({ min: Date.UTC(2026, 9, 30), max: Date.UTC(2026, 10, 2) }),
	),
	/** Minutes from now. */
	sendAt: fc.option(fc.oneof(fc.integer({ min: -5, max: 300 }), fc.integer({ min: 0, max: 10 * DAY })), { nil: undefined }),
});

type Scenario = typeof scenarios extends fc.Arbitrary<infer T> ? T : never;

const written = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
const phoneOf = (index: number): string => `7900000000${index}`;
const zoneOf = (quarters: number | undefined) =>
	quarters === undefined ? IANAZone.create(FALLBACK) : FixedOffsetZone.instance(quarters * 15);

/** Whether a clock shows a time in the window of its day, or of the day before. */
function isOpen({ from, length, days }: Scenario['window'], clock: DateTime): boolean {
	const minute = clock.hour * 60 + clock.minute;
	const today = days.includes(clock.weekday) && minute >= from && minute < from + length;
	return today || (days.includes(clock.minus({ days: 1 }).weekday) && minute + DAY < from + length);
}

/** Each plans a whole run. */
const FEWER_RUNS = { ...RUNS, numRuns: Math.min(RUNS.numRuns, 2000) };

/** All moments at which the gateway's clock shows a time. */
function readings(text: string, zone: string): DateTime[] {
	const one = DateTime.fromFormat(text, FORMAT, { zone });
	return [-1, 0, 1].map((hours) => one.plus({ hours })).filter((moment) => moment.toFormat(FORMAT) === text);
}

async function planned({ window, quarters, origin, gateway, now, sendAt }: Scenario) {
	jest.spyOn(Date, 'now').mockReturnValue(now);
	const hours = new Map(quarters.flatMap((one, index) => (one === undefined ? [] : [[phoneOf(index), one / 4 - origin]])));
	const answer = (body: string): string => {
		const { phones } = JSON.parse(body) as { phones: string[] };
		return JSON.stringify({ phones: phones.map((phone) => ({ phone, time_zone: phone === MOSCOW ? 3 - origin : hours.get(phone) })) });
	};
	const { from, length, days } = window;
	const fields = { from: written(from), to: written((from + length) % DAY), days, fallbackTimeZone: FALLBACK };
	const options = {
		sendWindow: { window: fields },
		...(sendAt !== undefined && { sendAt: new Date(now + sendAt * 60_000).toISOString() }),
	};
	const { run } = await sendRun({
		...{ items: quarters.length, http: gatewayThat(answer).http, credential: { timeZone: gateway } },
		parameters: { phone: phoneOf, options },
	});
	const own = sendAt === undefined ? undefined : DateTime.fromMillis(now, { zone: gateway }).plus({ minutes: sendAt }).toFormat(FORMAT);
	const { slots } = await planSend(run);
	const moments = slots.map((slot) => ('content' in slot ? slot.content.sendAt : 'not sent'));
	return { own, moments };
}

it(
	'every recipient is sent to in the window by a clock of its own, and not before Send At',
	async () => {
		await fc.assert(
			fc.asyncProperty(scenarios, async (scenario) => {
				const { window, quarters, gateway, now, sendAt = 0 } = scenario;
				const { own, moments } = await planned(scenario);
				expect(moments).toHaveLength(quarters.length);
				for (const [index, text] of moments.entries()) {
					const read = text === undefined ? [DateTime.fromMillis(now)] : readings(text, gateway);
					// What was to go out a minute ago goes out now.
					const inside = read.filter((moment) =>
						isOpen(window, DateTime.max(moment, DateTime.fromMillis(now)).setZone(zoneOf(quarters[index]))),
					);
					// Send At itself may be a time that the gateway's clock shows twice.
					if (text !== undefined && text === own) expect(inside).not.toEqual([]);
					else expect([text, inside]).toEqual([text, read]);
					expect(read.at(-1)?.toMillis()).toBeGreaterThan(now + sendAt * 60_000 - 60_000);
				}
			}),
			FEWER_RUNS,
		);
	},
	20_000 + FEWER_RUNS.numRuns * LONGEST_RUN,
);
