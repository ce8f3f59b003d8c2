import { readCampaign, readWait } from '../../../../nodes/CascadeMessaging/operations/message/send/readOptions';
import { Given } from '../../../../nodes/CascadeMessaging/operations/shared/templates/given';
import { TextReader } from '../../../../nodes/CascadeMessaging/operations/shared/templates/textReader';
import { failureOf } from '../../support/failureOf';

const CLOCK = { gateway: 'Europe/Moscow', workflow: 'UTC', now: Date.parse('2026-12-01T07:30:00Z') };
const texts = new TextReader({ refusesEmpty: false, evaluate: () => undefined }).of(0);
const read = (options: unknown, typed: unknown = options) => readCampaign(new Given(options, typed), CLOCK, texts);

it('reads campaign and time', () => {
	expect(read({ campaignName: 'Autumn', sendAt: '2026-12-01T10:30' })).toEqual({ campaignName: 'Autumn', sendAt: '2026-12-01 13:30' });
	expect(read({ campaignName: ' ' })).toEqual({});
	expect(read(undefined)).toEqual({});
});

it('what an expression for all options does not name was not set; what it names was', () => {
	expect(read({}, '={{ $json.options }}')).toEqual({});
	expect(failureOf(() => read({ sendAt: undefined }, '={{ $json.options }}'))).toMatchObject({ code: 'sendAtInvalid' });
});

it('hands back that the moment is gone by', () => {
	expect(read({ sendAt: '2026-12-01T07:00' })).toMatchObject({ sendAt: '2026-12-01 10:00', overdue: { code: 'sendAtPast' } });
});

it('refuses a broken campaign name', () => {
	expect(failureOf(() => read({ campaignName: 'Sale [object Object]' }, { campaignName: '=Sale {{ $json.x }}' }))).toMatchObject({
		code: 'textBroken',
		field: 'Campaign Name',
	});
});

it.each([
	[undefined, 0],
	[{}, 0],
	[{ waitForFinalStates: 0 }, 0],
	[{ waitForFinalStates: '1,5' }, 90_000],
	[{ waitForFinalStates: 60 }, 3_600_000],
])('waits as %j says', (options, milliseconds) => {
	expect(readWait(options)).toBe(milliseconds);
});

it.each([-1, 61])('does not wait %d minutes', (waitForFinalStates) => {
	expect(failureOf(() => readWait({ waitForFinalStates }))?.message).toBe(`Wait for Final States must be 0 to 60 minutes, but it is ${waitForFinalStates}.`);
});
