import type { Plan } from '../../../../nodes/CascadeMessaging/operations/message/send/plan';
import { lineBeforeSending, linesOfUnfit, planSend } from '../../../../nodes/CascadeMessaging/operations/message/send/plan';
import type { FakeNode } from '../../support/fakeContext';
import { gatewayThat } from '../../support/gateway';
import { sendRun, sms } from '../../support/sendRun';

async function plan(fake: FakeNode): Promise<Plan> {
	return await planSend((await sendRun(fake)).run);
}

const PHONES = (item: number) => `7900000000${item}`;
const failed = (code: string, clientMessageId?: string) => ({
	item: 0,
	failure: { code, outcome: 'unknown', message: 'x', phone: '79000000001', ...(clientMessageId !== undefined && { clientMessageId }) },
});

it('has a slot for each recipient, and packs them into requests', async () => {
	const { slots, requests } = await plan({
		items: 3,
		parameters: { phone: PHONES, options: { recipientsPerRequest: 2, attachDataJson: '{"a":1}' } },
	});

	expect(slots.map((slot) => 'recipient' in slot && slot.recipient)).toEqual(
		[0, 1, 2].map((item) => ({ phone: `7900000000${item}`, item, slot: item, data: { a: 1 }, mayHaveBeenSent: false })),
	);
	expect(requests.map((messages) => messages.map(({ recipients }) => recipients.map(({ slot }) => slot)))).toEqual([[[0, 1]], [[2]]]);
});

it('says why an item is not sent, and sends the others', async () => {
	const { slots, requests } = await plan({ items: 2, parameters: { phone: (item: number) => ['x', '79000000001'][item] } });

	expect(slots).toMatchObject([{ item: 0, failure: { code: 'phoneInvalid', outcome: 'notSent' } }, { recipient: { item: 1 } }]);
	expect(requests).toMatchObject([[{ recipients: [{ item: 1, slot: 1 }] }]]);
});

it('refuses what breaks rules, and names all of them', async () => {
	const cascade = { steps: [{ channel: 'sms', sender: '', text: ' ' }] };
	expect((await plan({ parameters: { cascade, clientMessageIdFrom: 'number', clientMessageNumber: '7' } })).slots).toEqual([
		{
			item: 0,
			failure: {
				...{ code: 'fieldMissing', field: 'SMS Sender', outcome: 'notSent', phone: '79000000001', clientMessageId: '7' },
				message: 'SMS Sender is empty; it is required. SMS Text is empty; it is required.',
			},
		},
	]);
});

it('refuses what the protocol cannot carry', async () => {
	const { slots } = await plan({ parameters: { options: { protocol: 'get', campaignName: 'Autumn' } } });
	expect(slots).toMatchObject([{ failure: { code: 'protocolCannotCarry', message: expect.stringContaining('GET') as string } }]);
});

it('refuses a URL that is too long, that of the account included', async () => {
	const parameters = { cascade: { steps: [{ ...sms, text: 'a'.repeat(1700) }] }, options: { protocol: 'get' } };
	expect((await plan({ parameters })).slots).toMatchObject([{ recipient: {} }]);
	expect((await plan({ parameters, credential: { login: 'x'.repeat(200) } })).slots).toMatchObject([{ failure: { code: 'urlTooLong' } }]);
});

it('refuses a client number that an earlier recipient of the run has', async () => {
	const parameters = { phone: PHONES, clientMessageIdFrom: 'number', clientMessageNumber: (item: number) => [7, 8, 7, 7][item] };
	const { slots } = await plan({ items: 4, parameters });

	expect(slots).toMatchObject([{ recipient: {} }, { recipient: {} }, { item: 2, failure: {} }, { item: 3, failure: {} }]);
	expect(slots[2]).toEqual({
		item: 2,
		failure: {
			...{ code: 'clientMessageIdRepeated', outcome: 'notSent', field: 'Client Message ID', phone: '79000000002', clientMessageId: '7' },
			message:
				'Client Message ID 7 is already used by another recipient of this run, so the gateway would not send this one. Give each message a number or key of its own.',
		},
	});
});

it('recipients without a client number do not repeat each other', async () => {
	expect((await plan({ items: 2, parameters: { phone: PHONES } })).slots).toMatchObject([{ recipient: {} }, { recipient: {} }]);
});

describe('in a run whose earlier try has sent', () => {
	const kept = (line: object) => ({ sentBefore: { '0': { lines: [line] } } });
	const NUMBER = { clientMessageIdFrom: 'number', clientMessageNumber: '7' };

	it('is not sent again what was accepted', async () => {
		const line = { item: 0, json: { phone: '79000000001', messageId: '501' } };
		const { slots, requests } = await plan({ kept: kept(line) });

		expect(slots).toEqual([{ item: 0, sentBefore: line }]);
		expect(requests).toEqual([]);
	});

	it('what was accepted is told though its client number repeats another, or its moment is gone by', async () => {
		const line = { item: 0, json: { phone: '79000000001', messageId: '501' } };
		expect((await plan({ kept: kept(line), parameters: { options: { sendAt: '2020-01-01' } } })).slots).toEqual([
			{ item: 0, sentBefore: line },
		]);
	});

	it('is known of whom it may have been sent to', async () => {
		expect((await plan({ kept: kept(failed('timedOut', '7')), parameters: NUMBER })).slots).toMatchObject([
			{ recipient: { mayHaveBeenSent: true } },
		]);
		expect((await plan({ parameters: NUMBER })).slots).toMatchObject([{ recipient: { mayHaveBeenSent: false } }]);
	});

	it('a moment gone by leaves open whether that try sent it', async () => {
		const overdue = { ...NUMBER, options: { sendAt: '2020-01-01' } };
		expect((await plan({ parameters: overdue })).slots).toMatchObject([
			{ failure: { code: 'sendAtPast', outcome: 'notSent', phone: '79000000001', clientMessageId: '7' } },
		]);
		expect((await plan({ kept: kept(failed('timedOut', '7')), parameters: overdue })).slots).toMatchObject([
			{ failure: { code: 'sendAtPast', outcome: 'unknown' } },
		]);
	});
});

describe('the moment to send at', () => {
	it('is converted from the clock of the workflow to that of the gateway', async () => {
		expect(
			(await plan({ credential: { timeZone: 'Asia/Tokyo' }, parameters: { options: { sendAt: '2999-12-01T10:00' } } })).slots,
		).toMatchObject([{ content: { sendAt: '2999-12-01 16:00' } }]);
	});
});

describe('a window', () => {
	const closed = { from: '00:00', to: '00:01', days: ['monday'] };
	const otherwise = { ...closed, days: ['tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] };
	const window = (fields: object) => ({ sendWindow: { window: { timeZone: 'workflow', ...fields } } });
	/** One of the two is closed at any time. */
	const options = (item: number) => window([closed, otherwise][item] ?? {});

	it('gives its recipients a moment, and those of one content and moment share a message', async () => {
		const { slots, requests } = await plan({
			items: 4,
			parameters: { phone: PHONES, options: (item: number) => options(item % 2) },
		});
		const moments = slots.map((slot) => ('content' in slot ? slot.content.sendAt : undefined));

		expect(moments.slice(0, 2)).toEqual(moments.slice(2));
		expect(moments[0]).not.toBe(moments[1]);
		expect(slots).not.toContainEqual(expect.objectContaining({ window: expect.anything() as unknown }));
		expect(requests.map((messages) => messages.map(({ recipients }) => recipients.map(({ slot }) => slot)))).toEqual([
			[
				[0, 2],
				[1, 3],
			],
		]);
	});

	it('is refused over GET, whether it is open or not', async () => {
		const always = { from: '00:00', to: '24:00' };
		const { slots } = await plan({ parameters: { options: { protocol: 'get', ...window(always) } } });

		expect(slots).toEqual([
			{
				item: 0,
				failure: {
					...{ code: 'protocolCannotCarry', field: 'Send Window', outcome: 'notSent' },
					message: 'Send Window cannot be sent over GET. Remove it or choose the protocol JSON or XML.',
				},
			},
		]);
	});

	describe('of the recipient', () => {
		const parameters = { phone: PHONES, options: { sendWindow: { window: {} } } };
		const NOT_OFFERED = { status: 404, text: '' };

		it('counts those whose zone is not known', async () => {
			const { http, bodies } = gatewayThat(NOT_OFFERED);

			expect((await plan({ items: 2, parameters, http })).unknownZones).toMatchObject({ recipients: 2, of: 2 });
			expect(bodies).toHaveLength(1);
		});

		it('asks about nobody who is not sent to', async () => {
			const { http, bodies } = gatewayThat(NOT_OFFERED);
			const before = { item: 0, json: { phone: '79000000000', messageId: '501' } };
			const phone = (item: number): string => ['79000000000', '12', '79000000002'][item] ?? '';
			const { slots } = await plan({
				items: 3,
				parameters: { ...parameters, phone },
				http,
				kept: { sentBefore: { '0': { lines: [before] } } },
			});

			expect(slots).toMatchObject([{ sentBefore: before }, { failure: { code: 'phoneInvalid' } }, { recipient: { item: 2 } }]);
			expect(bodies.map((body) => (JSON.parse(body) as { phones: unknown }).phones)).toEqual([['79000000002', '74951234567']]);
		});

		it('asks nobody where one that is unfit stops all', async () => {
			const { http, bodies } = gatewayThat(NOT_OFFERED);
			const phone = (item: number): string => ['12', '79000000002'][item] ?? '';
			const { run } = await sendRun({ items: 2, parameters: { ...parameters, phone }, http });
			const { slots } = await planSend(run, { stopsAll: true });

			expect(slots).toMatchObject([{ failure: { code: 'phoneInvalid' } }, { recipient: { item: 1 } }]);
			expect(bodies).toEqual([]);
			const fit = (await sendRun({ items: 1, parameters, http })).run;
			await planSend(fit, { stopsAll: true });
			expect(bodies).toHaveLength(1);
		});
	});
});

describe('empty placeholders', () => {
	/** The text is an expression of its own within what was typed. */
	const typed = {
		cascade: { steps: [{ channel: 'sms', sender: 'MyShop', text: '={{ $json.text }}' }] },
		options: {},
		phone: '79000000001',
		clientMessageIdFrom: 'none',
		defaultCountry: 'RU',
	};

	async function planTyped(fake: FakeNode): Promise<Plan> {
		return await plan({ ...fake, node: { parameters: typed } });
	}

	it('are counted where they are in what is sent', async () => {
		const node = { parameters: { ...typed, cascade: { steps: [{ ...sms, text: '=Hi{{ $json.x }}' }] } } };
		const { emptyPlaceholders } = await plan({ items: 2, json: [{}, { x: ', ' }], node });
		expect(emptyPlaceholders).toEqual([{ item: 0, field: 'SMS Text', source: '{{ $json.x }}' }]);
	});

	it('are not counted in what is not sent', async () => {
		const { emptyPlaceholders, slots } = await planTyped({});
		expect(slots).toMatchObject([{ failure: { code: 'fieldMissing' } }]);
		expect(emptyPlaceholders).toEqual([]);
	});

	it('are refused where the options say so', async () => {
		const { slots } = await planTyped({ parameters: { options: { emptyPlaceholders: 'refuse' } } });
		expect(slots).toMatchObject([{ failure: { code: 'placeholderEmpty', outcome: 'notSent' } }]);
	});

	it('n8n is asked for the placeholder of a key whose text alone does not show it', async () => {
		const key = {
			clientMessageIdFrom: 'key',
			clientMessageKey: 'a',
			options: {},
			phone: '79000000001',
			defaultCountry: 'RU',
			cascade: { steps: [sms] },
		};
		const node = { parameters: { ...key, clientMessageKey: '={{ $json.a() }}{{ $json.b() }}' } };
		expect((await plan({ node, parameters: key })).slots).toMatchObject([{ recipient: {} }]);
	});
});

it('the line of a slot is known before sending, unless it is to be sent', () => {
	const failure = { code: 'phoneMissing', outcome: 'notSent', message: 'No.' } as const;
	const sentBefore = { item: 1, json: {} };
	const recipient = { phone: '1', item: 2, slot: 2, data: {}, mayHaveBeenSent: false };

	expect(lineBeforeSending({ item: 0, failure })).toEqual({ item: 0, failure });
	expect(lineBeforeSending({ item: 1, sentBefore })).toBe(sentBefore);
	expect(lineBeforeSending({ recipient })).toBeUndefined();
});

describe('a run in which something is unfit', () => {
	const failure = { code: 'phoneMissing', outcome: 'notSent', message: 'No.' } as const;
	const [stray, sentBefore] = [
		{ item: 0, failure },
		{ item: 1, json: { messageId: '7' } },
	];
	const slots = [{ recipient: {} }, { item: 1, sentBefore }, { item: 2, failure }];
	const linesIn = (goesOn: boolean, given: typeof slots) =>
		linesOfUnfit({ context: { continueOnFail: () => goesOn }, memory: { strays: [stray] } } as never, given);

	it('does not begin where On Error says stop: what is known is told', () => {
		expect(linesIn(false, slots)).toEqual([sentBefore, { item: 2, failure }, stray]);
	});

	it('begins where On Error says go on, or where nothing is', () => {
		expect(linesIn(true, slots)).toBeUndefined();
		expect(linesIn(false, slots.slice(0, 2))).toBeUndefined();
	});
});
