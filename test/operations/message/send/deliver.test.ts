import { sleep } from 'n8n-workflow';

import { deliver } from '../../../../nodes/CascadeMessaging/operations/message/send/deliver';
import type { SendLine } from '../../../../nodes/CascadeMessaging/operations/message/send/failure';
import { planSend } from '../../../../nodes/CascadeMessaging/operations/message/send/plan';
import type { SendRun } from '../../../../nodes/CascadeMessaging/operations/message/send/run';
import { sendRequests } from '../../../../nodes/CascadeMessaging/operations/message/send/sendRequest';
import type { FakeNode } from '../../support/fakeContext';
import type { FakeGateway, Reaction } from '../../support/gateway';
import { accepted, BROKEN_OFF, gatewayThat, REFUSED, refused, sendAnswer } from '../../support/gateway';
import { sendRun } from '../../support/sendRun';

jest.mock('n8n-workflow', (): object => ({ ...jest.requireActual('n8n-workflow'), sleep: jest.fn() }));

beforeEach(() => {
	jest.mocked(sleep).mockImplementation(async (milliseconds) => {
		if (milliseconds > 100_000) await new Promise(() => undefined);
	});
});

const phoneOf = (item: number): string => `7900000000${item}`;
const CONTINUE = { node: { onError: 'continueRegularOutput' } } as const;

/** A request for each item. */
function eachAlone({ parameters, ...fake }: FakeNode = {}): FakeNode {
	const { options, ...others } = parameters ?? {};
	return {
		items: 3,
		...fake,
		parameters: { phone: phoneOf, options: { recipientsPerRequest: 1, retries: 0, ...(options as object | undefined) }, ...others },
	};
}

/** A gateway that accepts everybody, the messages numbered from 501. */
const accepting = (...before: Reaction[]): FakeGateway => {
	let id = 500;
	const accept = (body: string): Reaction => sendAnswer(accepted(/7900000000\d/.exec(body)?.[0] ?? '', String(++id)));
	return gatewayThat(...before, accept);
};

/** Answers nobody before so many have asked, then the last one first. */
function backwards({ http }: FakeGateway, count: number): FakeGateway['http'] {
	const waiting: (() => void)[] = [];
	return async (request) => {
		await new Promise<void>((resolve) => {
			waiting.unshift(resolve);
			if (waiting.length === count) for (const answer of waiting) setImmediate(answer);
		});
		return await http(request);
	};
}

async function run(
	gateway: FakeGateway,
	fake: FakeNode,
	change = (begun: SendRun): SendRun => begun,
): Promise<{ lines: SendLine[]; logged: string[] }> {
	const { run: begun, logged } = await sendRun({ ...fake, http: gateway.http });
	const changed = change(begun);
	return { lines: await deliver(changed, await planSend(begun), sendRequests(changed)), logged };
}

it('makes the requests one after another, and returns a line for each slot in input order', async () => {
	const { lines } = await run(
		accepting(),
		eachAlone({ parameters: { phone: (item: number) => (item === 1 ? 'x' : phoneOf(item)) }, ...CONTINUE }),
	);

	expect(lines).toMatchObject([
		{ item: 0, json: { messageId: '501', request: 1 } },
		{ item: 1, failure: { code: 'phoneInvalid', outcome: 'notSent' } },
		{ item: 2, json: { messageId: '502', request: 2 } },
	]);
});

it('a request of which but one recipient failed has failed', async () => {
	const [anna, boris] = [phoneOf(0), phoneOf(1)];
	const gateway = gatewayThat(sendAnswer(accepted(anna, '501'), refused(boris, 'Нет')));
	const parameters = { phone: (item: number) => [`${anna},${boris}`, phoneOf(2)][item], options: { recipientsPerRequest: 2 } };
	const { lines } = await run(gateway, { items: 2, parameters });
	expect(lines).toMatchObject([{ json: {} }, { failure: { code: 'refusedByGateway' } }, { failure: { code: 'notReached' } }]);
});

it('appends answers that belong to nobody', async () => {
	const gateway = gatewayThat(sendAnswer(accepted(phoneOf(0), '501'), accepted('79000000009', '509')));
	const { lines } = await run(gateway, { items: 1, parameters: { phone: phoneOf }, ...CONTINUE });
	expect(lines).toMatchObject([{ json: { messageId: '501' } }, { failure: { code: 'answerForNobody', messageId: '509' } }]);
});

describe('once a request has failed', () => {
	it('no further one is made with On Error “stop”', async () => {
		const gateway = accepting(sendAnswer(accepted(phoneOf(0), '501')), sendAnswer(refused(phoneOf(1), 'Нет')));
		const { lines } = await run(gateway, eachAlone());
		expect(gateway.bodies).toHaveLength(2);
		expect(lines).toMatchObject([
			{ json: { messageId: '501' } },
			{ failure: { code: 'refusedByGateway' } },
			{ failure: { code: 'notReached', outcome: 'notSent' } },
		]);
	});

	it('so neither when only an answer for nobody came too much', async () => {
		const gateway = accepting(sendAnswer(accepted(phoneOf(0), '501'), accepted('79000000009', '509')));
		const { lines } = await run(gateway, eachAlone({ items: 2 }));
		expect(lines).toMatchObject([
			{ json: { messageId: '501' } },
			{ failure: { code: 'notReached' } },
			{ failure: { code: 'answerForNobody' } },
		]);
	});

	it('the others are made in “continue” modes', async () => {
		const gateway = accepting(REFUSED);
		const { lines } = await run(gateway, eachAlone(CONTINUE));
		expect(lines).toMatchObject([
			{ failure: { code: 'connectionRefused' } },
			{ json: { messageId: '501' } },
			{ json: { messageId: '502' } },
		]);
	});

	it('because the user stopped it, the others say so', async () => {
		const stop = new AbortController();
		const gateway = gatewayThat(() => {
			stop.abort();
			return BROKEN_OFF;
		});
		const { lines } = await run(gateway, eachAlone({ signal: stop.signal }));
		expect(gateway.bodies).toHaveLength(1);
		expect(lines).toMatchObject([{ failure: { outcome: 'unknown' } }, { failure: { code: 'stopped' } }, { failure: { code: 'stopped' } }]);
	});

	it('because the user stopped it, the others say so in “continue” modes too', async () => {
		const { lines } = await run(accepting(), eachAlone({ signal: AbortSignal.abort(), ...CONTINUE }));
		expect(lines).toMatchObject(Array(3).fill({ failure: { code: 'stopped', outcome: 'notSent' } }));
	});
});

describe('several requests at the same time', () => {
	const parallel = (parallelRequests: number, fake: FakeNode = {}): FakeNode =>
		eachAlone({ ...fake, parameters: { options: { parallelRequests } } });

	it('are told in input order, whoever is answered first', async () => {
		const gateway = accepting();
		const { lines } = await run({ ...gateway, http: backwards(gateway, 3) }, parallel(5));
		expect(lines).toMatchObject([
			{ item: 0, json: { messageId: '503', request: 1 } },
			{ item: 1, json: { messageId: '502', request: 2 } },
			{ item: 2, json: { messageId: '501', request: 3 } },
		]);
	});

	it('are told with the answers for nobody in the order of the requests', async () => {
		const gateway = gatewayThat(...['509', '508', '507'].map((id) => sendAnswer(accepted('79000000009', id))));
		const { lines } = await run({ ...gateway, http: backwards(gateway, 3) }, parallel(3, CONTINUE));
		expect(lines.slice(3)).toMatchObject(['507', '508', '509'].map((messageId) => ({ failure: { messageId } })));
	});

	it('are all finished when one fails with On Error “stop”: no ID is lost, and no further one begins', async () => {
		const kept = {};
		const gateway = accepting(REFUSED);
		const { lines } = await run({ ...gateway, http: backwards(gateway, 2) }, parallel(2, { kept }));
		expect(gateway.bodies).toHaveLength(2);
		expect(lines).toMatchObject([
			{ json: { messageId: '501' } },
			{ failure: { code: 'connectionRefused' } },
			{ failure: { code: 'notReached', outcome: 'notSent' } },
		]);
		expect(kept).toMatchObject({ sentBefore: { '0': { lines: [{ item: 0, json: { phone: phoneOf(0), messageId: '501' } }] } } });
	});

	it('are remembered one by one, as soon as each is answered', async () => {
		const kept = {};
		const gateway = accepting();
		let last = (): void => undefined;
		const http: FakeGateway['http'] = async (request) => {
			if (gateway.bodies.push('') === 1) await new Promise<void>((resolve) => (last = resolve));
			return await gateway.http(request);
		};
		const delivered = run({ ...gateway, http }, parallel(2, { kept, node: { onError: 'continueRegularOutput', retryOnFail: true } }));
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(kept).toMatchObject({ sentBefore: { '0': { lines: [{ item: 1 }, { item: 2 }] } } });
		last();
		await delivered;
	});
});

describe('what was sent is kept for another try', () => {
	const STRAY = sendAnswer(accepted(phoneOf(0), '501'), accepted('79000000009', '509'));
	const stray = { failure: { code: 'answerForNobody', messageId: '509' } };
	const ONE: FakeNode = { items: 1, parameters: { phone: phoneOf } };

	it('when the run fails', async () => {
		const kept = {};
		await run(accepting(sendAnswer(accepted(phoneOf(0), '501')), REFUSED), eachAlone({ kept }));
		expect(kept).toMatchObject({ sentBefore: { '0': { lines: [{ item: 0, json: { messageId: '501' } }] } } });
	});

	it('together with answers for nobody, which are told with every later failure', async () => {
		const kept = {};
		await run(gatewayThat(STRAY), { ...ONE, kept });
		expect(kept).toMatchObject({ sentBefore: { '0': { lines: [{ json: { messageId: '501' } }], strays: [stray] } } });
		const { lines } = await run(accepting(REFUSED), { ...ONE, kept, items: 2 });
		expect(lines).toMatchObject([{ json: { messageId: '501' } }, { failure: { code: 'connectionRefused' } }, stray]);
	});

	it('and forgotten once a run goes well: what was told is no reason to fail', async () => {
		const kept = {};
		await run(gatewayThat(STRAY), { ...ONE, kept });
		const { lines } = await run(accepting(), { ...ONE, kept });
		expect(lines).toMatchObject([{ json: { messageId: '501' } }]);
		expect(kept).toEqual({});
	});

	it('though in “continue” modes answers for nobody stand in every output', async () => {
		const kept = {};
		const retried = { ...ONE, kept, node: { onError: 'continueRegularOutput', retryOnFail: true } } as const;
		await run(gatewayThat(STRAY), retried);
		const { lines } = await run(accepting(), retried);
		expect(lines).toMatchObject([{ json: { messageId: '501' } }, stray]);
	});
});

describe('a fault of the node itself', () => {
	it('while something is kept does no harm: the lines are there, and it is logged', async () => {
		const stumble = (): never => {
			throw new TypeError('x is undefined');
		};
		const { lines, logged } = await run(accepting(), eachAlone(), (begun) => {
			jest.spyOn(begun.memory, 'keep').mockImplementation(stumble);
			jest.spyOn(begun.memory, 'clear').mockImplementation(stumble);
			return begun;
		});
		expect(lines).toMatchObject([{ json: { messageId: '501' } }, { json: { messageId: '502' } }, { json: { messageId: '503' } }]);
		expect(logged).toHaveLength(4);
	});

	it('while strays are kept does none either', async () => {
		const { lines } = await run(accepting(REFUSED), eachAlone({ items: 1 }), (begun) => {
			jest.spyOn(begun.memory, 'keepStrays').mockImplementation(() => {
				throw new TypeError('x is undefined');
			});
			return begun;
		});
		expect(lines).toMatchObject([{ failure: { code: 'connectionRefused' } }]);
	});
});
