import { DateTime } from 'luxon';

import { readSendAt, sendAtIn, unlessEmpty } from '../../../../nodes/CascadeMessaging/operations/message/send/sendAt';
import { Given, MadeBy } from '../../../../nodes/CascadeMessaging/operations/shared/templates/given';
import { refusalOf } from '../../support/refusalOf';

const now = Date.parse('2026-12-01T07:30:00Z');
const CLOCK = { gateway: 'Europe/Kyiv', workflow: 'Europe/Moscow', now };
const EXPRESSION = '={{ $json.when }}';

const read = (sendAt: unknown, typed: unknown = sendAt, clock = CLOCK) => readSendAt(unlessEmpty(new Given(sendAt, typed)), clock);
const readIn = (options: Given) => readSendAt(sendAtIn(options), CLOCK);
const refusal = (value: unknown, typed: unknown = value) => refusalOf(() => read(value, typed));

describe('means now', () => {
	it('when the option of workflows made before is not set', () => {
		expect(readIn(new Given(undefined, undefined))).toEqual({});
		expect(readIn(new Given({}, new MadeBy(EXPRESSION)))).toEqual({});
		expect(readIn(new Given(Object.create({ sendAt: 'soon' }), {}))).toEqual({});
	});

	it('when an expression for all options does not name it; what it names was set', () => {
		expect(readIn(new Given({}, '={{ $json.options }}'))).toEqual({});
		expect(refusalOf(() => readIn(new Given({ sendAt: undefined }, '={{ $json.options }}')))).toMatchObject({
			code: 'sendAtInvalid',
		});
	});

	it.each([[undefined], [null], ['']])('when it was left empty (%p)', (value) => {
		expect(read(value)).toEqual({});
		expect(readIn(new Given({ sendAt: value }, { sendAt: value }))).toEqual({});
	});
});

describe('is read', () => {
	it.each([
		['2026-12-01T10:30', '2026-12-01 09:30'],
		['2026-12-01 10:30', '2026-12-01 09:30'],
		[' 2026-12-01T10:30:59 ', '2026-12-01 09:30'],
		['2026-12-02', '2026-12-01 23:00'],
		['\n2026-12-02\t', '2026-12-01 23:00'],
		['2026-12-01T07:30:00Z', '2026-12-01 09:30'],
		[new Date(now), '2026-12-01 09:30'],
		[DateTime.fromMillis(now), '2026-12-01 09:30'],
	])('%p, converted to the clock of the gateway', (value, sendAt) => {
		expect(read(value, EXPRESSION)).toEqual({ sendAt });
		expect(read(value)).toEqual({ sendAt });
	});

	it('and in the hour summer time skips, as the hour behind it', () => {
		expect(read('2027-03-28T02:30', '', { gateway: 'UTC', workflow: 'Europe/Berlin', now })).toEqual({ sendAt: '2027-03-28 01:30' });
	});
});

describe('is refused', () => {
	const START = 'Send At must be a date and time such as 2026-12-01T10:30, but';
	const REMOVE = ' To send now, empty the field.';

	it.each([
		[undefined, `it gives nothing.${REMOVE}`],
		[null, `it gives nothing.${REMOVE}`],
		['', `it gives nothing.${REMOVE}`],
		['  \u200b', `it gives nothing.${REMOVE}`],
		['tomorrow', `it is "tomorrow".${REMOVE}`],
		['Invalid DateTime', `it is "Invalid DateTime".${REMOVE}`],
		['01/12/2026', `it is "01/12/2026".${REMOVE}`],
		['01.12.2026 10:30', `it is "01.12.2026 10:30".${REMOVE}`],
		['x'.repeat(50), `it is "${'x'.repeat(40)}…".${REMOVE}`],
		[new Date('garbage'), `it is no valid date.${REMOVE}`],
		[DateTime.fromISO('x'), `it is no valid date.${REMOVE}`],
		[{}, `it is something else.${REMOVE}`],
		[{ toJSON: 1 }, `it is something else.${REMOVE}`],
		[['2026-12-01'], `it is something else.${REMOVE}`],
		[true, `it is something else.${REMOVE}`],
		[NaN, 'it is the number NaN. Make a date of it, e.g. with DateTime.fromMillis(…) or DateTime.fromSeconds(…).'],
		[20261201, 'it is the number 20261201. Make a date of it, e.g. with DateTime.fromMillis(…) or DateTime.fromSeconds(…).'],
		[1796121000000, 'it is the number 1796121000000. Make a date of it, e.g. with DateTime.fromMillis(…) or DateTime.fromSeconds(…).'],
	])('%p of an expression', (value, words) => {
		const failure = { code: 'sendAtInvalid', field: 'Send At', message: `${START} ${words}` };

		expect(refusal(value, EXPRESSION)).toEqual(failure);
		expect(refusal(value, new MadeBy(EXPRESSION))).toEqual(failure);
	});

	it.each([['  '], ['soon']])('%p that was typed', (value) => {
		expect(refusal(value)).toMatchObject({ code: 'sendAtInvalid' });
	});
});

describe('a moment gone by', () => {
	const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000);

	it.each([[0], [5], [-60]])('%d minutes ago is sent', (minutes) => {
		expect(read(minutesAgo(minutes), EXPRESSION).overdue).toBeUndefined();
	});

	it('more than five minutes ago is overdue, and the moment and now are shown on the clock of the workflow', () => {
		const { overdue, sendAt } = read(minutesAgo(5 + 1 / 60_000), EXPRESSION);

		expect(sendAt).toBe('2026-12-01 09:24');
		expect(overdue).toEqual({
			code: 'sendAtPast',
			field: 'Send At',
			message:
				'Send At is 2026-12-01 10:24, but it is 2026-12-01 10:30 now (Europe/Moscow), so the gateway would send at once. Give a moment to come; to send now, empty the field.',
		});
	});
});
