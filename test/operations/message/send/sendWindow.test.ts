import type { ItemWindow } from '../../../../nodes/CascadeMessaging/operations/message/send/sendWindow';
import { WindowReader } from '../../../../nodes/CascadeMessaging/operations/message/send/sendWindow';
import type { Failure } from '../../../../nodes/CascadeMessaging/operations/shared/failure';
import { Given } from '../../../../nodes/CascadeMessaging/operations/shared/templates/given';
import { refusalOf } from '../../support/refusalOf';

const RULES = { timeZone: 'Europe/Kyiv', objection: undefined };
const MONDAY = Date.UTC(2026, 10, 30);
const HOUR = 3_600_000;

/** Reads the option as it was typed, or as an expression for all options gives it. */
const read = (sendWindow: unknown, typed: unknown = { sendWindow }, rules: ConstructorParameters<typeof WindowReader>[0] = RULES) =>
	new WindowReader(rules).of(new Given({ sendWindow }, typed));
const readFields = (fields: object): ItemWindow | undefined => read({ window: fields });
const refusal = (fields: object): Failure | undefined => refusalOf(() => readFields(fields));
const BY_EXPRESSION = '={{ $json.options }}';

/** The hours of a Monday in UTC at which a window opens next, asked for at each full hour. */
const openings = ({ open }: ItemWindow, zone: string | number = 'UTC'): number[] =>
	[0, 6, 12, 20, 22].map((hour) => (open.nextOpening(zone, MONDAY + hour * HOUR) - MONDAY) / HOUR);

describe('there is none', () => {
	it('where the option is not set', () => {
		expect(new WindowReader(RULES).of(new Given(undefined, undefined))).toBeUndefined();
		expect(new WindowReader(RULES).of(new Given({}, BY_EXPRESSION))).toBeUndefined();
		expect(new WindowReader(RULES).of(new Given(Object.create({ sendWindow: {} }), {}))).toBeUndefined();
	});

	it.each([[undefined], [null], [''], [{}], [{ window: undefined }]])('where it was added and left without its fields (%p)', (value) => {
		expect(read(value)).toBeUndefined();
	});
});

describe('is read', () => {
	it('with what it has from the beginning: every day from 9 to 21, by the clock of the recipient', () => {
		const window = readFields({});

		expect(window).toMatchObject({ isOfRecipient: true, timeZone: 'Europe/Kyiv' });
		expect(window && openings(window)).toEqual([9, 9, 12, 20, 33]);
	});

	it('with its times and days, in the zone that is asked about', () => {
		const window = readFields({ from: '22:00', to: '06:30', days: ['friday', 'sunday'] });

		expect(window && openings(window)).toEqual([0, 6, 118, 118, 118]);
		expect(window && openings(window, 6)).toEqual([0, 112, 112, 112, 112]);
	});

	it.each([['monday, wednesday'], [['Mon', 3]], ['1;3']])('with days as an expression gives them (%j)', (days) => {
		const window = readFields({ days, timeZone: 'workflow' });

		expect(window && openings(window)).toEqual([9, 9, 12, 20, 57]);
	});

	it('from an expression for all options', () => {
		expect(read({ window: {} }, BY_EXPRESSION)).toMatchObject({ isOfRecipient: true });
	});
});

describe('goes by the clock', () => {
	it.each([
		['of the recipient, and of the workflow for those who are not known', {}, true, 'Europe/Kyiv'],
		['of a fallback zone for those who are not known', { timeZone: 'recipient', fallbackTimeZone: ' Asia/Omsk ' }, true, 'Asia/Omsk'],
		['of the workflow', { timeZone: 'workflow', fallbackTimeZone: 'Nowhere' }, false, 'Europe/Kyiv'],
		['of a zone by its name', { timeZone: 'name', timeZoneName: 'Asia/Omsk', fallbackTimeZone: 'UTC' }, false, 'Asia/Omsk'],
		['of nobody where it never closes', { from: '00:00', to: '24:00' }, false, 'Europe/Kyiv'],
		['of the recipient where it closes on one day', { from: '00:00', to: '24:00', days: [1, 2, 3, 4, 5, 6] }, true, 'Europe/Kyiv'],
		['of the recipient where it closes for a minute', { from: '00:00', to: '23:59' }, true, 'Europe/Kyiv'],
	])('%s', (_, fields, isOfRecipient, timeZone) => {
		expect(readFields(fields)).toMatchObject({ isOfRecipient, timeZone });
	});
});

describe('is refused', () => {
	it.each([
		[
			{ from: '9' },
			'windowTimeInvalid',
			'Send Window From',
			'From of the send window must be a time from 00:00 to 23:59, such as 09:00, but it is "9".',
		],
		[
			{ from: undefined },
			'windowTimeInvalid',
			'Send Window From',
			'From of the send window must be a time from 00:00 to 23:59, such as 09:00, but it is missing.',
		],
		[
			{ to: '25:00' },
			'windowTimeInvalid',
			'Send Window To',
			'To of the send window must be a time from 00:00 to 24:00, such as 21:00, but it is "25:00".',
		],
		[
			{ to: '09:00' },
			'windowNeverOpens',
			'Send Window To',
			'From and To are both 09:00, so the send window never opens. For whole days give 00:00 and 24:00.',
		],
		[{ days: [] }, 'windowDayMissing', 'Send Window Days', 'The send window has no day on which it opens; choose one or more.'],
		[{ days: undefined }, 'windowDayMissing', 'Send Window Days', 'The send window has no day on which it opens; choose one or more.'],
		[
			{ days: ['someday'] },
			'windowDayInvalid',
			'Send Window Days',
			'Days of the send window must be weekdays, such as Monday or mon, or numbers from 1 (Monday) to 7 (Sunday), but one is "someday".',
		],
		[
			{ timeZone: 'sender' },
			'valueNotReadable',
			'Send Window Time Zone',
			'Send Window Time Zone must be one of recipient, workflow, name.',
		],
		[
			{ timeZone: 'name' },
			'timeZoneInvalid',
			'Send Window Time Zone Name',
			'Send Window Time Zone Name must be the IANA name of a time zone, such as Europe/Moscow, but it is empty.',
		],
		[
			{ timeZone: 'name', timeZoneName: 'Moscow' },
			'timeZoneInvalid',
			'Send Window Time Zone Name',
			'Send Window Time Zone Name must be the IANA name of a time zone, such as Europe/Moscow, but it is "Moscow".',
		],
		[
			{ timeZone: 'name', timeZoneName: [] },
			'valueNotReadable',
			'Send Window Time Zone Name',
			'Send Window Time Zone Name must be text, but its expression gives a list or an object.',
		],
		[
			{ fallbackTimeZone: 'x'.repeat(50) },
			'timeZoneInvalid',
			'Send Window Fallback Time Zone',
			`Send Window Fallback Time Zone must be the IANA name of a time zone, such as Europe/Moscow, but it is "${'x'.repeat(40)}…".`,
		],
	])('%j', (fields, code, field, message) => {
		expect(refusal(fields)).toEqual({ code, field, message });
	});

	it.each([[undefined], [{}], ['9-21'], [{ window: '9-21' }], [{ from: '09:00' }]])(
		'what an expression gives in its place (%j)',
		(value) => {
			expect(refusalOf(() => read(value, BY_EXPRESSION))).toEqual({
				...{ code: 'valueNotReadable', field: 'Send Window' },
				message: 'Send Window must be an object such as {"window":{"from":"09:00","to":"21:00","timeZone":"workflow"}}.',
			});
		},
	);

	it('over a protocol that cannot carry times, whatever it is', () => {
		const rules = { timeZone: 'UTC', objection: 'cannot be sent by pigeon.' };
		const failure = { code: 'protocolCannotCarry', field: 'Send Window', message: 'Send Window cannot be sent by pigeon.' };

		expect(refusalOf(() => read({ window: {} }, undefined, rules))).toEqual(failure);
		expect(refusalOf(() => read({ window: { from: '00:00', to: '24:00' } }, undefined, rules))).toEqual(failure);
		expect(new WindowReader(rules).of(new Given({}, {}))).toBeUndefined();
	});
});

it('items with the same window share what is known of its openings', () => {
	const reader = new WindowReader(RULES);
	const openOf = (window: object): unknown => reader.of(new Given({ sendWindow: { window } }, {}))?.open;

	expect(openOf({ days: [1, 2], timeZone: 'workflow' })).toBe(openOf({ from: '9:00', days: 'tue, mon' }));
	expect(openOf({ days: [1, 2] })).not.toBe(openOf({ days: [1] }));
	expect(openOf({ from: '08:00' })).not.toBe(openOf({}));
	expect(openOf({ to: '20:00' })).not.toBe(openOf({}));
});

it('what is the very same is read once', () => {
	const reader = new WindowReader(RULES);
	const sendWindow = { window: {} };
	const first = reader.of(new Given({ sendWindow, campaignName: 'one' }, {}));

	expect(reader.of(new Given({ sendWindow, campaignName: 'two' }, {}))).toBe(first);
	expect(reader.of(new Given({ sendWindow: { window: {} } }, {}))).not.toBe(first);
});
