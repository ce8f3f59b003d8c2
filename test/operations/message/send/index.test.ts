import { sleep } from 'n8n-workflow';

import { send } from '../../../../nodes/CascadeMessaging/operations/message/send';
import type { FakeNode } from '../../support/fakeContext';
import { fakeContext } from '../../support/fakeContext';
import type { FakeGateway, Reaction } from '../../support/gateway';
import { accepted, gatewayThat, sendAnswer } from '../../support/gateway';
import { sendNode } from '../../support/sendRun';

jest.mock('n8n-workflow', (): object => ({ ...jest.requireActual('n8n-workflow'), sleep: jest.fn() }));
beforeEach(() => {
	jest
		.mocked(sleep)
		.mockReset()
		.mockImplementation(async (milliseconds) => {
			if (milliseconds > 100_000) await new Promise(() => undefined);
		});
});

const ANNA = '79000000001';
const CONTINUE = { node: { onError: 'continueRegularOutput' } } as const;

/** A gateway that accepts Anna's message, and says that it was delivered when it is asked. */
const accepting = (state: Reaction | ((body: string) => Reaction) = '{"state":[{"id_message":"501","state":"deliver"}]}'): FakeGateway =>
	gatewayThat(sendAnswer(accepted(ANNA, '501')), state);

interface Sent {
	readonly output: unknown;
	readonly hints: string[];
	readonly logged: string[];
}

async function run(gateway: FakeGateway, fake: FakeNode = {}): Promise<Sent> {
	const { context, hints, logged } = fakeContext(sendNode({ ...fake, http: gateway.http }));
	const output = await send.run(context).catch((error: unknown) => error);
	return { output, hints: hints.map(({ message }) => message), logged };
}

it('sends, and tells what was accepted', async () => {
	const gateway = accepting();
	const { output, hints, logged } = await run(gateway);

	expect(output).toMatchObject([[{ json: { phone: ANNA, accepted: true, messageId: '501' }, pairedItem: { item: 0 } }]]);
	expect(output).not.toHaveProperty('0.0.json.outcome');
	expect([gateway.bodies.length, hints, logged]).toEqual([1, [], []]);
});

describe('an item that cannot be sent', () => {
	const phone = (item: number): string => ['12', ANNA, '79000000002'][item] ?? '';

	it('ends the run before anything is sent, with On Error “stop”, though an earlier try has sent', async () => {
		const gateway = accepting();
		const stray = { item: 1, failure: { code: 'answerForNobody', outcome: 'unknown', message: 'x', messageId: '509' } };
		const kept = { sentBefore: { '0': { lines: [{ item: 1, json: { phone: ANNA, messageId: '400' } }], strays: [stray] } } };
		const { output } = await run(gateway, { items: 3, parameters: { phone }, kept });

		expect(gateway.bodies).toEqual([]);
		expect(output).toMatchObject({
			...{ name: 'NodeOperationError', message: expect.stringContaining('Phone "12" is not a valid number') as string },
			context: { itemIndex: 0, data: { accepted: [{ messageId: '400' }], failed: [{ code: 'phoneInvalid' }, { messageId: '509' }] } },
		});
	});

	it('is told in “continue” modes, and the others are sent', async () => {
		expect((await run(accepting(), { items: 2, parameters: { phone }, ...CONTINUE })).output).toMatchObject([
			[
				{ json: { phone: '12', accepted: false, error: { code: 'phoneInvalid', outcome: 'notSent' } } },
				{ json: { phone: ANNA, messageId: '501' }, pairedItem: { item: 1 } },
			],
		]);
	});
});

describe('hints', () => {
	it('tell of triggers that cannot see, of repeats, and of gaps in texts', async () => {
		const gateway = gatewayThat(sendAnswer({ phone: ANNA, error: 'Данное сообщение уже было отправлено' }));
		const parameters = {
			clientMessageIdFrom: 'number',
			clientMessageNumber: '7',
			cascade: () => ({ steps: [{ channel: 'sms', sender: 'MyShop', text: 'Hi' }] }),
		};
		const typed = { cascade: { steps: [{ channel: 'sms', sender: 'MyShop', text: '=Hi{{ $json.name }}' }] }, options: {} };
		const { hints } = await run(gateway, { parameters, mode: 'trigger', node: { parameters: typed } });

		expect(hints.map((hint) => hint.slice(0, 15))).toEqual(['No Cascade Mess', 'Not sent again:', 'Texts with gaps']);
	});

	it('are worth no accepted message: an n8n that knows none sends all the same', async () => {
		const { output, logged } = await run(accepting(), { mode: 'trigger', knowsNoHints: true });
		expect(output).toMatchObject([[{ json: { messageId: '501' } }]]);
		expect(logged).toHaveLength(1);
	});
});

describe('a send window of the recipient', () => {
	const WINDOW = { parameters: { options: { sendWindow: { window: {} } } } };
	const notOffered = { status: 404, text: '' };
	const answer = sendAnswer(accepted(ANNA, '501'));

	it('is sent in though nobody knows the time zone, and a hint says so', async () => {
		const { output, hints } = await run(gatewayThat(notOffered, answer), WINDOW);

		expect(output).toMatchObject([[{ json: { phone: ANNA, messageId: '501' } }]]);
		expect(hints).toEqual([expect.stringMatching(/^For 1 of 1 recipient, Send Window goes by the Fallback Time Zone/)]);
	});

	it('is sent in though n8n knows no hints', async () => {
		const { output, logged } = await run(gatewayThat(notOffered, answer), { ...WINDOW, knowsNoHints: true });

		expect(output).toMatchObject([[{ json: { messageId: '501' } }]]);
		expect(logged).toHaveLength(1);
	});

	it('makes nobody ask for a run that ends before it sends', async () => {
		const phone = (item: number): string => ['12', ANNA][item] ?? '';
		const fake = { items: 2, parameters: { ...WINDOW.parameters, phone } };
		const stopped = gatewayThat(notOffered, answer);
		await run(stopped, fake);
		expect(stopped.bodies).toEqual([]);
		const going = gatewayThat(notOffered, answer);
		await run(going, { ...fake, ...CONTINUE });
		expect(going.bodies).toHaveLength(2);
	});
});

describe('waiting for final states', () => {
	it('is no wait for what goes out later, which a hint says', async () => {
		const gateway = accepting();
		const sendAt = new Date(Date.now() + 7_200_000).toISOString();
		const { output, hints } = await run(gateway, { parameters: { options: { waitForFinalStates: 60, sendAt } } });

		expect(output).toMatchObject([[{ json: { messageId: '501', outcome: 'inProgress', final: false } }]]);
		expect(hints).toEqual([expect.stringMatching(/^Not waited for: 1 of 1, /)]);
		expect(gateway.bodies).toHaveLength(1);
	});

	const WAIT = { parameters: { options: { waitForFinalStates: 1 } } };

	it('adds the outcome', async () => {
		const gateway = accepting();
		expect((await run(gateway, WAIT)).output).toMatchObject([[{ json: { messageId: '501', outcome: 'delivered', final: true } }]]);
		expect(gateway.bodies).toHaveLength(2);
	});

	it('is not begun when the run is to stop, but is in “continue” modes', async () => {
		const parameters = { ...WAIT.parameters, phone: [ANNA, '79000000002'] };
		const stopped = accepting();
		expect((await run(stopped, { parameters })).output).toMatchObject({
			name: 'NodeOperationError',
			context: { data: { accepted: [{ messageId: '501' }] } },
		});
		expect(stopped.bodies).toHaveLength(1);
		const going = accepting();
		expect((await run(going, { parameters, ...CONTINUE })).output).toMatchObject([
			[{ json: { outcome: 'delivered' } }, { json: { error: { code: 'notAnswered' } } }],
		]);
	});

	it('that stumbles over a fault of the node loses no accepted message', async () => {
		jest.mocked(sleep).mockImplementation((milliseconds) => {
			if (milliseconds > 100_000) return new Promise(() => undefined);
			throw new TypeError('x is undefined');
		});
		const { output, logged } = await run(accepting(), WAIT);
		expect(output).toMatchObject([[{ json: { messageId: '501', accepted: true } }]]);
		expect(logged).toEqual([expect.stringContaining('TypeError: x is undefined')]);
	});
});

describe('a fault of the node itself, before anything is sent', () => {
	const fault = new TypeError('x is undefined');
	const stumbling: FakeNode = {
		items: 2,
		parameters: {
			options: () => ({
				get sendAt(): string {
					throw fault;
				},
			}),
		},
	};

	it('sends nothing, and tells each item so in “continue” modes', async () => {
		const gateway = accepting();
		const { output, logged } = await run(gateway, { ...stumbling, ...CONTINUE });

		expect(output).toMatchObject([
			Array(2).fill({ json: { phone: null, accepted: false, error: { code: 'nodeFault', outcome: 'notSent' } } }),
		]);
		expect(gateway.bodies).toEqual([]);
		expect(logged[0]).toContain('index.test.ts');
	});

	it('is the cause of the error with On Error “stop”', async () => {
		expect((await run(accepting(), stumbling)).output).toMatchObject({ name: 'NodeOperationError', cause: fault });
	});
});

it('is offered with its parameters', () => {
	expect(send).toMatchObject({
		option: { name: 'Send', value: 'send', action: 'Send message', description: 'Send a message through a cascade of channels' },
	});
	expect(send.fields.map(({ name }) => name)).toEqual([
		'phone',
		'defaultCountry',
		'cascadeNotice',
		'cascade',
		'clientMessageIdFrom',
		'clientMessageNumber',
		'clientMessageKey',
		'sendAt',
		'simplify',
		'simplify',
		'options',
	]);
});
