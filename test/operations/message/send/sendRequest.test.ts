import { sleep } from 'n8n-workflow';

import { planSend } from '../../../../nodes/CascadeMessaging/operations/message/send/plan';
import type { SendRun } from '../../../../nodes/CascadeMessaging/operations/message/send/run';
import type { RequestLines } from '../../../../nodes/CascadeMessaging/operations/message/send/sendRequest';
import { SendRequest } from '../../../../nodes/CascadeMessaging/operations/message/send/sendRequest';
import { toGatewayTime } from '../../../../nodes/CascadeMessaging/protocol';
import { HandOver } from '../../../../nodes/CascadeMessaging/tracking/handOver';
import { mailboxOf } from '../../../../nodes/CascadeMessaging/tracking/memory/mailbox';
import { recentIds } from '../../../../nodes/CascadeMessaging/tracking/recentIds';
import { Retrier } from '../../../../nodes/CascadeMessaging/transport/retrier';
import type { FakeNode } from '../../support/fakeContext';
import type { FakeGateway } from '../../support/gateway';
import { accepted, BROKEN_OFF, gatewayThat, REFUSED, refused, sendAnswer } from '../../support/gateway';
import { sendRun } from '../../support/sendRun';

jest.mock('n8n-workflow', (): object => ({ ...jest.requireActual('n8n-workflow'), sleep: jest.fn() }));
beforeEach(() => {
	jest.mocked(sleep).mockImplementation(async (milliseconds) => {
		await (milliseconds > 100_000 ? new Promise(() => undefined) : Promise.resolve());
	});
});

const [ANNA, BORIS] = ['79000000001', '79000000002'];
const TWO: FakeNode = { parameters: { phone: [ANNA, BORIS] } };
const NUMBERED = {
	clientMessageIdFrom: 'number',
	clientMessageNumber: (item: number) => String(7 + item),
	phone: (item: number) => [ANNA, BORIS][item],
};

interface Sent {
	readonly told: RequestLines;
	readonly lines: unknown[];
	readonly run: SendRun;
	readonly logged: string[];
	readonly handedOver: unknown[];
}

/** Sends the one request of a run; `change` can spoil the run before. */
async function send(
	gateway: FakeGateway,
	{ retries = 0, ...fake }: FakeNode & { retries?: number } = TWO,
	change = (run: SendRun): SendRun => run,
): Promise<Sent> {
	const { run: begun, logged } = await sendRun({ ...fake, http: gateway.http });
	const run = change(begun);
	const [messages = []] = (await planSend(begun)).requests;
	const told = await new SendRequest(run, messages, 4).send(new Retrier({ retries }), new HandOver(run.context, run.account));
	return { told, lines: told.bySlot.map(({ line }) => line), run, logged, handedOver: mailboxOf(begun.account.key).newest(10, () => true) };
}

describe('an answer', () => {
	it('is told of each recipient, in the order of their slots', async () => {
		const { told, lines } = await send(gatewayThat(sendAnswer(accepted(ANNA, '501'), refused(BORIS, 'Нет'))));

		expect(told.bySlot.map(({ recipient: { phone, slot } }) => [phone, slot])).toEqual([
			[ANNA, 0],
			[BORIS, 1],
		]);
		expect(lines).toMatchObject([
			{ item: 0, json: { phone: ANNA, accepted: true, messageId: '501', request: 4, protocol: 'json' } },
			{ item: 0, failure: { code: 'refusedByGateway', outcome: 'refused', phone: BORIS, request: 4 } },
		]);
		expect(told.strays).toEqual([]);
	});

	it('for nobody is a line of its own, for the first item of the request', async () => {
		const { told } = await send(gatewayThat(sendAnswer(accepted(ANNA, '501'), accepted(BORIS, '502'), accepted('79000000009', '503'))), {
			items: 2,
			parameters: { phone: (item: number) => ['x', `${ANNA},${BORIS}`][item] },
		});
		expect(told.strays).toMatchObject([
			{ item: 1, failure: { code: 'answerForNobody', outcome: 'unknown', messageId: '503', request: 4 } },
		]);
	});

	it('of which somebody is left out may have been sent to them', async () => {
		const { lines } = await send(gatewayThat(sendAnswer(accepted(ANNA, '501'))));
		expect(lines).toMatchObject([{ json: { messageId: '501' } }, { failure: { code: 'notAnswered', outcome: 'unknown', phone: BORIS } }]);
	});

	it('is read by the protocol of the run, and by the phones that were sent', async () => {
		const gateway = gatewayThat(`501`);
		const { lines } = await send(gateway, { parameters: { options: { protocol: 'get' } } });
		expect(lines).toMatchObject([{ json: { phone: ANNA, messageId: '501', protocol: 'get' } }]);
	});

	it('that refuses the request is told of everybody', async () => {
		const { lines } = await send(gatewayThat('{"error":"Нет денег"}'));
		expect(lines).toMatchObject([{ failure: { outcome: 'refused', phone: ANNA } }, { failure: { outcome: 'refused', phone: BORIS } }]);
	});

	it('that cannot be read leaves everybody unknown', async () => {
		const { lines } = await send(gatewayThat('<html>'));
		expect(lines).toMatchObject([
			{ failure: { code: 'notJson', outcome: 'unknown' } },
			{ failure: { code: 'notJson', outcome: 'unknown', request: 4 } },
		]);
	});

	it('has the raw part of each recipient where that is wanted', async () => {
		const { lines } = await send(gatewayThat(sendAnswer(accepted(ANNA, '501'))), { parameters: { options: { includeRawAnswer: true } } });
		expect(lines).toMatchObject([{ json: { rawAnswer: { id_message: '501' } } }]);
	});
});

describe('without an answer', () => {
	it('nobody was sent to, where no connection was made', async () => {
		const { lines } = await send(gatewayThat(REFUSED));
		expect(lines).toMatchObject([
			{ failure: { code: 'connectionRefused', outcome: 'notSent', request: 4 } },
			{ failure: { outcome: 'notSent' } },
		]);
	});

	it('everybody may have been sent to later, where the connection broke off and they are scheduled', async () => {
		const sendAt = new Date(Date.now() + 3_600_000).toISOString();
		const scheduled = { parameters: { ...TWO.parameters, options: { sendAt } } };
		const { lines } = await send(gatewayThat(BROKEN_OFF), scheduled);
		const minute = `${sendAt.slice(0, 16)}:00+00:00`;
		expect(lines).toMatchObject(Array(2).fill({ failure: { outcome: 'unknown', sendAt: minute } }));
		for (const line of (await send(gatewayThat(REFUSED), scheduled)).lines) expect(line).not.toHaveProperty('failure.sendAt');
	});

	it('everybody may have been sent to, where the connection broke off', async () => {
		const { lines } = await send(gatewayThat(BROKEN_OFF));
		expect(lines).toMatchObject([{ failure: { code: 'connectionLost', outcome: 'unknown' } }, { failure: { outcome: 'unknown' } }]);
	});
});

describe('another try', () => {
	const ONE: FakeNode & { retries: number } = { retries: 2, parameters: { phone: ANNA } };
	const WITH_NUMBER = { retries: 2, parameters: { ...NUMBERED, phone: ANNA } };

	it('is made where no connection was made', async () => {
		const gateway = gatewayThat(REFUSED, sendAnswer(accepted(ANNA, '501')));
		const { lines } = await send(gateway, ONE);
		expect(gateway.bodies).toHaveLength(2);
		expect(lines).toMatchObject([{ json: { messageId: '501' } }]);
	});

	it('is not made where the first may have arrived and nothing tells a repeat', async () => {
		const gateway = gatewayThat(BROKEN_OFF);
		await send(gateway, ONE);
		expect(gateway.bodies).toHaveLength(1);
	});

	it('is made where the gateway would tell a repeat, which leaves a refusal uncertain', async () => {
		const gateway = gatewayThat(BROKEN_OFF, sendAnswer(refused(ANNA, 'Нет')));
		const { lines } = await send(gateway, WITH_NUMBER);
		expect(gateway.bodies).toHaveLength(2);
		expect(lines).toMatchObject([{ failure: { code: 'refusedByGateway', outcome: 'unknown' } }]);
	});

	it('leaves a refusal certain where the first surely did not arrive', async () => {
		const { lines } = await send(gatewayThat(REFUSED, sendAnswer(refused(ANNA, 'Нет'))), WITH_NUMBER);
		expect(lines).toMatchObject([{ failure: { code: 'refusedByGateway', outcome: 'refused' } }]);
	});

	it('is made where an answer leaves somebody out, if everybody has a number', async () => {
		const all = gatewayThat(sendAnswer(accepted(ANNA, '501')), sendAnswer(accepted(ANNA, '501'), accepted(BORIS, '502')));
		const { lines } = await send(all, { retries: 1, items: 2, parameters: NUMBERED });
		expect(all.bodies).toHaveLength(2);
		expect(lines).toMatchObject([{ json: { messageId: '501' } }, { json: { messageId: '502' } }]);
	});

	it('is not made where but some have a number', async () => {
		const from = { clientMessageIdFrom: (item: number) => ['number', 'none'][item] };
		const some = gatewayThat(BROKEN_OFF);
		await send(some, { retries: 1, items: 2, parameters: { ...NUMBERED, ...from } });
		expect(some.bodies).toHaveLength(1);
	});

	it('is not made for a clear answer, nor without numbers', async () => {
		const clear = gatewayThat(sendAnswer(accepted(ANNA, '501')));
		await send(clear, WITH_NUMBER);
		const unclear = gatewayThat(sendAnswer(accepted(ANNA, '501')));
		await send(unclear, { ...TWO, retries: 1 });
		expect([clear.bodies.length, unclear.bodies.length]).toEqual([1, 1]);
	});

	it('that fails leaves what the one before told', async () => {
		const gateway = gatewayThat(sendAnswer(accepted(ANNA, '501')), BROKEN_OFF);
		const { lines } = await send(gateway, { retries: 1, items: 2, parameters: NUMBERED });
		expect(gateway.bodies).toHaveLength(2);
		expect(lines).toMatchObject([{ json: { messageId: '501' } }, { failure: { code: 'notAnswered', outcome: 'unknown' } }]);
	});

	it('is not made though an answer breaks off, where it is clear', async () => {
		const gateway = gatewayThat({ status: 502, text: sendAnswer(accepted(ANNA, '501')) });
		const { lines } = await send(gateway, WITH_NUMBER);
		expect(gateway.bodies).toHaveLength(1);
		expect(lines).toMatchObject([{ json: { messageId: '501' } }]);
	});

	it('is not made where somebody is left out behind a status that says it would be in vain', async () => {
		const gateway = gatewayThat({ status: 400, text: sendAnswer(accepted(ANNA, '501')) });
		await send(gateway, { retries: 1, items: 2, parameters: NUMBERED });
		expect(gateway.bodies).toHaveLength(1);
	});
});

describe('what was accepted', () => {
	it('is handed over to the triggers, with all that is known of it', async () => {
		const options = { campaignName: 'Autumn', attachDataJson: '{"a":1}' };
		const { handedOver } = await send(gatewayThat(sendAnswer(accepted(ANNA, '501'))), {
			parameters: { ...NUMBERED, phone: ANNA, options },
		});

		expect(handedOver).toMatchObject([{ messageId: '501', phone: ANNA, clientMessageId: '7', campaignName: 'Autumn', data: { a: 1 } }]);
	});

	it('is handed over with when it goes out, which is told of everybody who may have been sent to', async () => {
		const sendAt = new Date(Date.now() + 3_600_000).toISOString();
		const { handedOver, lines } = await send(gatewayThat(sendAnswer(accepted(ANNA, '501'))), {
			parameters: { ...TWO.parameters, options: { sendAt } },
			credential: { timeZone: 'Europe/Moscow' },
		});
		const minute = `${sendAt.slice(0, 16)}:00.000Z`;
		const clock = `${toGatewayTime(Date.parse(sendAt), 'Europe/Moscow').replace(' ', 'T')}:00+03:00`;

		expect(handedOver).toMatchObject([{ sendAt: minute }]);
		expect(lines).toMatchObject([{ json: { sendAt: clock } }, { failure: { outcome: 'unknown', sendAt: clock } }]);
	});

	it('is handed over though somebody else was not answered for', async () => {
		const { handedOver, lines } = await send(gatewayThat(sendAnswer(accepted(ANNA, '501'))));
		expect(handedOver).toMatchObject([{ messageId: '501' }]);
		expect(lines[0]).not.toHaveProperty('json.warning');
	});

	it('before, as the gateway says of the whole message without an ID, is a repeat and needs no tracking', async () => {
		const gateway = gatewayThat('{"message":[{"error":"Данное сообщение уже было отправлено"}]}');
		const { handedOver, lines } = await send(gateway, { parameters: { ...NUMBERED, phone: ANNA } });
		expect(lines).toMatchObject([{ json: { repeat: true, messageId: null } }]);
		expect(lines[0]).not.toHaveProperty('json.warning');
		expect(handedOver).toEqual([]);
	});

	it('alone is handed over, and a message that waits for money, which goes out by itself', async () => {
		const QUEUED = 'Недостаточно средств для отправки SMS. SMS будет отправлена как только вы пополните счет по данному направлению.';
		const { handedOver } = await send(
			gatewayThat(sendAnswer({ ...refused(ANNA, QUEUED), id_message: '501' }, { ...refused(BORIS, 'Нет'), id_message: '502' })),
		);
		expect(handedOver).toMatchObject([{ messageId: '501', phone: ANNA, clientMessageId: null, campaignName: null, data: {} }]);
	});

	it('and whatever else has an ID is remembered: the gateway need not know it at once', async () => {
		const { run } = await send(
			gatewayThat(sendAnswer(accepted(ANNA, '501'), { ...refused(BORIS, 'Нет'), id_message: '502' }, accepted('79000000009', '503'))),
		);
		const ages = ['501', '502', '503', '504'].map((id) => recentIds.ageOf(run.account.key, id, Date.now()));
		expect(ages.map((age) => age === undefined)).toEqual([false, false, false, true]);
	});

	it('says when it is not tracked, and is accepted all the same', async () => {
		const gateway = gatewayThat(sendAnswer(accepted(ANNA, '501')), new Error('no table'));
		const { lines } = await send(gateway, {
			parameters: { phone: ANNA },
			credential: { store: 'dataTable', n8nUrl: 'http://localhost:5678' },
		});
		expect(lines).toMatchObject([{ json: { accepted: true, messageId: '501', warning: expect.stringMatching(/^Not tracked/) as string } }]);
	});
});

describe('a fault of the node itself never throws once the request is out', () => {
	const FAULT = "This is a fault of the node itself. Please report it, with what n8n's log says: TypeError: *** is undefined";
	const stumble = (): never => {
		throw new TypeError('hunter2 is undefined');
	};

	it('while the gateway is asked: everybody is unknown, and no secret is told or logged', async () => {
		const { lines, logged } = await send(gatewayThat('{"error":"secret"}', 'x'), TWO, (run) => ({
			...run,
			context: {
				...run.context,
				helpers: {
					...run.context.helpers,
					get httpRequestWithAuthentication(): never {
						return stumble();
					},
				},
			},
		}));
		expect(lines).toEqual(
			[ANNA, BORIS].map((phone) => ({
				item: 0,
				failure: {
					code: 'nodeFault',
					outcome: 'unknown',
					message: `The message to ${phone} may have been sent. ${FAULT}`,
					phone,
					request: 4,
				},
			})),
		);
		expect(logged).toEqual([expect.stringMatching(/TypeError: \*\*\* is undefined\n +at /)]);
	});

	it('while a line is made: its recipient is unknown, keeps its ID, and the others have their lines', async () => {
		const gateway = gatewayThat(sendAnswer(accepted(ANNA, '501'), { ...refused(BORIS, 'Нет'), id_message: '502' }));
		const { lines, logged } = await send(gateway, TWO, (run) => ({ ...run, account: { ...run.account, quote: stumble } }));
		expect(lines).toMatchObject([{ json: { messageId: '501' } }, {}]);
		expect(lines[1]).toEqual({
			item: 0,
			failure: {
				...{ code: 'nodeFault', outcome: 'unknown', phone: BORIS, request: 4, messageId: '502' },
				message: `The message to ${BORIS} may have been sent. ${FAULT} (message ID 502)`,
			},
		});
		expect(logged).toHaveLength(1);
	});

	it('while messages are handed over: they are accepted, and not tracked', async () => {
		const give = jest.spyOn(HandOver.prototype, 'give').mockImplementation(stumble);
		const { lines, logged } = await send(gatewayThat(sendAnswer(accepted(ANNA, '501'))), { parameters: { phone: ANNA } });
		expect(lines).toMatchObject([{ json: { messageId: '501', warning: `Not tracked, so no trigger will report it. ${FAULT}` } }]);
		expect(logged).toHaveLength(1);
		give.mockRestore();
	});
});

it.each([
	['stopped', 'stopped', 'the execution was stopped'],
	['failed', 'notReached', 'the run stopped at an earlier request'],
] as const)('a request that is not made says so of everybody: %s', async (reason, code, why) => {
	const { run } = await sendRun(TWO);
	const [messages = []] = (await planSend(run)).requests;

	expect(new SendRequest(run, messages, 4).unsent(reason)).toMatchObject({
		bySlot: [ANNA, BORIS].map((phone) => ({
			recipient: { phone },
			line: { failure: { code, outcome: 'notSent', phone, message: `The message to ${phone} was not sent, because ${why}.` } },
		})),
		strays: [],
	});
});
