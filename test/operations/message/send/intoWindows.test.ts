import type { Windowed } from '../../../../nodes/CascadeMessaging/operations/message/send/intoWindows';
import { intoWindows } from '../../../../nodes/CascadeMessaging/operations/message/send/intoWindows';
import type { ItemWindow } from '../../../../nodes/CascadeMessaging/operations/message/send/sendWindow';
import type { Content } from '../../../../nodes/CascadeMessaging/protocol';
import { readSendWindow, windowIn } from '../../../../nodes/CascadeMessaging/protocol';
import type { Reaction } from '../../support/gateway';
import { gatewayThat } from '../../support/gateway';
import { sendRun } from '../../support/sendRun';

const NOON = Date.parse('2026-12-01T12:00:00Z');
const CLOCK = { gateway: 'Europe/Moscow', workflow: 'UTC', now: NOON };
const SMS: Content = { cascade: ['sms'], channels: { sms: { sender: 'MyShop', text: 'Hello' } } };
const [ANNA, BORIS, VERA] = ['79000000001', '79090000002', '79160000003'];
const MOSCOW = '74951234567';

const daily = (from: string, to: string): ItemWindow['open'] => windowIn(readSendWindow({ from, to, days: '1,2,3,4,5,6,7' }));
const OWN: ItemWindow = { open: daily('9:00', '21:00'), isOfRecipient: true, timeZone: 'Europe/Moscow' };
const inZone = (timeZone: string, open = OWN.open): ItemWindow => ({ open, isOfRecipient: false, timeZone });

const windowed = (phone: string, window: ItemWindow, content = SMS): Windowed => ({
	...{ content, window },
	recipient: { phone, item: 0, slot: 0, data: {}, mayHaveBeenSent: false },
});

/** Hours from UTC, by an operator who counts from there. */
const knowing =
	(hours: Readonly<Record<string, number>>) =>
	(body: string): Reaction =>
		JSON.stringify({
			phones: (JSON.parse(body) as { phones: string[] }).phones.map((phone) => ({
				...{ phone, time_zone: phone === MOSCOW ? 3 : (hours[phone] ?? '') },
			})),
		});

async function play(
	slots: readonly (Windowed | object)[],
	reaction: Reaction | ((body: string) => Reaction) = new Error('not asked'),
	clock = CLOCK,
) {
	const { http, bodies } = gatewayThat(reaction);
	const { run, logged } = await sendRun({ http });
	const { slots: timed, unknownZones } = await intoWindows(run, slots, clock);
	const contents = timed.map((slot) => ('content' in slot ? slot.content : undefined));
	return { timed, contents, sendAt: contents.map((content) => content?.sendAt), unknownZones, asked: bodies.length, logged };
}

it('nobody is asked where no slot has a window', async () => {
	const slots = [{ item: 0 }, { content: SMS, recipient: {} }];
	const { timed, unknownZones, asked } = await play(slots);

	expect(timed).toBe(slots);
	expect([unknownZones, asked]).toEqual([undefined, 0]);
});

describe('by the clock of each recipient', () => {
	it('who is in the window gets it now, everybody else at the opening of the next, on the gateway’s clock', async () => {
		const zones = knowing({ [ANNA]: 7, [BORIS]: 12, [VERA]: 3 });
		const { contents, sendAt, unknownZones, asked } = await play(
			[windowed(ANNA, OWN), windowed(BORIS, OWN), windowed(VERA, OWN), windowed(BORIS, OWN)],
			zones,
		);

		expect(sendAt).toEqual([undefined, '2026-12-02 00:00', undefined, '2026-12-02 00:00']);
		expect(contents[0]).toBe(SMS);
		expect(contents[1]).toEqual({ ...SMS, sendAt: '2026-12-02 00:00' });
		expect([unknownZones, asked]).toEqual([undefined, 1]);
	});

	it('the other slots stay where they are, and a recipient is itself', async () => {
		const failure = { item: 1, failure: {} };
		const boris = windowed(BORIS, OWN);
		const { timed } = await play([failure, boris], knowing({ [BORIS]: 12 }));

		expect(timed[0]).toBe(failure);
		expect(timed[1]).toStrictEqual({ content: { ...SMS, sendAt: '2026-12-02 00:00' }, recipient: boris.recipient });
		expect(timed[1]).toHaveProperty('recipient', boris.recipient);
	});

	it('who is not known goes by the fallback zone, and is counted', async () => {
		const { sendAt, unknownZones } = await play(
			[windowed(ANNA, { ...OWN, timeZone: 'Asia/Kamchatka' }), windowed(BORIS, OWN), windowed(VERA, OWN), windowed(ANNA, OWN)],
			knowing({ [VERA]: 12 }),
		);

		expect(sendAt).toEqual(['2026-12-02 00:00', undefined, '2026-12-02 00:00', undefined]);
		expect(unknownZones).toStrictEqual({ recipients: 3, of: 4 });
	});

	it('why nobody is known is told', async () => {
		const { sendAt, unknownZones } = await play([windowed(ANNA, OWN), windowed(BORIS, inZone('UTC'))], { status: 404, text: '' });

		expect(sendAt).toEqual([undefined, undefined]);
		expect(unknownZones).toEqual({
			...{ recipients: 1, of: 1 },
			trouble: 'Your operator does not offer this: the gateway answered with HTTP status 404.',
		});
	});

	it('a fault of the node while it asks keeps nobody from being sent to', async () => {
		const { run, logged } = await sendRun();
		const phoneFacts = jest.fn().mockRejectedValue(new TypeError('no such thing'));
		const questions = Object.assign(Object.create(run.questions) as typeof run.questions, { phoneFacts });
		const { unknownZones } = await intoWindows({ ...run, questions }, [windowed(ANNA, OWN)], CLOCK);

		expect(unknownZones).toEqual({ recipients: 1, of: 1, trouble: "It was not asked; n8n's log says why." });
		expect(logged).toEqual([expect.stringContaining('TypeError: no such thing') as string]);
	});
});

describe('by one clock', () => {
	it.each([
		['Asia/Kamchatka', '2026-12-02 00:00'],
		['America/New_York', '2026-12-01 17:00'],
		['Europe/London', undefined],
	])('%s, without asking', async (zone, expected) => {
		const { sendAt, asked } = await play([windowed(ANNA, inZone(zone))]);

		expect([sendAt, asked]).toEqual([[expected], 0]);
	});
});

describe('with Send At too, the later of both counts', () => {
	const at = (sendAt: string, text = 'Hello'): Content => ({ ...SMS, channels: { sms: { sender: 'MyShop', text } }, sendAt });
	const window = inZone('Europe/Moscow');

	it.each([
		['2026-12-02 10:30', '2026-12-02 10:30'],
		['2026-12-02 21:00', '2026-12-03 09:00'],
		['2026-12-02 08:59', '2026-12-02 09:00'],
		['2026-12-01 14:56', '2026-12-01 14:56'],
	])('%s becomes %s', async (sendAt, expected) => {
		const content = at(sendAt);
		const { contents } = await play([windowed(ANNA, window, content)]);

		expect(contents).toEqual([{ ...content, sendAt: expected }]);
		expect(contents[0] === content).toBe(sendAt === expected);
	});

	it('each recipient has its own Send At', async () => {
		const wishes = ['2026-12-02 22:00', '2026-12-02 10:30', '2026-12-02 22:00'].map((sendAt) => windowed(ANNA, window, at(sendAt)));
		const { sendAt } = await play([...wishes, windowed(ANNA, window)]);

		expect(sendAt).toEqual(['2026-12-03 09:00', '2026-12-02 10:30', '2026-12-03 09:00', undefined]);
	});

	it('a moment that has just passed does not open a window', async () => {
		const clock = { ...CLOCK, now: Date.parse('2026-12-01T18:02:00Z') };
		const { sendAt } = await play([windowed(ANNA, window, at('2026-12-01 20:59'))], undefined, clock);

		expect(sendAt).toEqual(['2026-12-02 09:00']);
	});
});

describe('where the gateway’s clock is set back at an opening', () => {
	const clock = { ...CLOCK, gateway: 'Europe/Kyiv', now: Date.parse('2026-10-24T12:00:00Z') };

	it('names the first minute of the window that it shows only once', async () => {
		const { sendAt } = await play([windowed(ANNA, inZone('UTC', daily('1:30', '12:00')))], undefined, clock);

		expect(sendAt).toEqual(['2026-10-25 04:00']);
	});

	it('names for each window its own, though they open at the same time', async () => {
		const windows = [daily('1:30', '12:00'), daily('1:30', '2:00')].map((open) => inZone('UTC', open));
		const { sendAt } = await play(
			windows.map((window) => windowed(ANNA, window)),
			undefined,
			clock,
		);

		expect(sendAt).toEqual(['2026-10-25 04:00', '2026-10-25 03:30']);
	});

	it('names the opening where the window is closed by then', async () => {
		const { sendAt } = await play([windowed(ANNA, inZone('UTC', daily('1:30', '2:00')))], undefined, clock);

		expect(sendAt).toEqual(['2026-10-25 03:30']);
	});
});

it('recipients of one content share it zone by zone, also where zones take turns', async () => {
	const [east, west] = [inZone('Asia/Kamchatka'), inZone('America/New_York')];
	const other: Content = { ...SMS, campaignName: 'Autumn' };
	const { contents } = await play([
		windowed('1', east),
		windowed('2', west),
		windowed('3', east),
		windowed('4', west),
		windowed('5', east, other),
		windowed('6', west),
	]);

	expect(new Set(contents).size).toBe(3);
	expect(contents[4]).toEqual({ ...other, sendAt: '2026-12-02 00:00' });
});
