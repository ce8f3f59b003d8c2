import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import { hurry } from './hurry';
import { jsonOf, onMessages, send, startSend } from './send/kit';
import { activate } from './trigger/kit';

hurry();
let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
});

const PHONE = '79000000001';
const options = { retries: 1, timeout: 60 };
const optionsFor = (fault: string) => ({ ...options, ...(fault === 'hang' && { timeout: 3 }) });
const onError = 'continueErrorOutput';
const parameters = { clientMessageIdFrom: 'key', clientMessageKey: 'order-42' };

describe('Send, without client message IDs', () => {
	it('tries again what the gateway had no time for', async () => {
		simulator.faults.set({ fault: 'status-429', next: 1, seconds: 1 });
		const result = await send(simulator, { options });

		expect(jsonOf(result)).toMatchObject([{ phone: PHONE, accepted: true, repeat: false }]);
		expect(simulator.requests).toHaveLength(2);
	});

	it('tries again when the connection was refused', async () => {
		simulator.faults.set({ fault: 'refuse', seconds: 0.1 });
		const result = await send(simulator, { options });

		expect(jsonOf(result)).toMatchObject([{ phone: PHONE, accepted: true }]);
	});

	it.each(['reset-after-body', 'hang', 'status-500', 'html', 'empty'])('never repeats what may have been sent (%s)', async (fault) => {
		simulator.faults.set({ fault, accepted: true });
		const result = await send(simulator, { options: optionsFor(fault), onError });

		expect(jsonOf(result, 1)).toMatchObject([{ error: { outcome: 'unknown' } }]);
		expect(simulator.requests).toHaveLength(1);
	});
});

describe('Send, with client message IDs', () => {
	it.each(['reset-after-body', 'hang', 'status-502', 'html'])(
		'repeats what may have been sent, and nobody gets it twice (%s)',
		async (fault) => {
			simulator.faults.set({ fault, accepted: true, next: 1 });
			const result = await send(simulator, { options: optionsFor(fault), parameters });

			expect(jsonOf(result)).toMatchObject([{ phone: PHONE, accepted: true, repeat: true, messageId: null }]);
			expect(simulator.requests).toHaveLength(2);
			expect(simulator.messages).toHaveLength(1);
		},
	);

	it('calls it a repeat only when the gateway does', async () => {
		simulator.faults.set({ fault: 'status-500', accepted: false, next: 1 });
		const result = await send(simulator, { options, parameters });

		expect(jsonOf(result)).toMatchObject([{ accepted: true, repeat: false, messageId: simulator.messages[0]?.id }]);
	});

	it('does not take another refusal of the second try for a proof that nothing was sent', async () => {
		simulator.faults.set({ fault: 'reset-after-body', accepted: true, next: 1 });
		const refusal = JSON.stringify({ message: [[{ phone: PHONE, error: 'Недостаточно средств' }]] });
		simulator.faults.set({ fault: 'custom', body: refusal });
		const result = await send(simulator, { options, parameters, onError });

		const message = `The message to ${PHONE} may have been sent. An earlier try had no answer, and this one was refused: Недостаточно средств`;
		expect(jsonOf(result, 1)).toMatchObject([{ error: { message, code: 'refusedByGateway', outcome: 'unknown' } }]);
	});
});

it('what waits for money is not tried again, is never called refused, and is reported by the trigger', async () => {
	const words = 'Недостаточно средств. Сообщение будет отправлено, как только вы пополните счёт';
	const trigger = activate(simulator);
	await trigger.poll();
	simulator.reset();
	simulator.faults.set({
		fault: 'custom',
		next: 1,
		body: JSON.stringify({ message: [[{ phone: PHONE, id_message: '1179038999', error: words }]] }),
	});
	const result = await send(simulator, { options, parameters, onError });

	expect(simulator.requests).toHaveLength(1);
	expect(jsonOf(result, 1)).toMatchObject([
		{ error: { code: 'queuedUntilTopUp', outcome: 'unknown', reason: 'queuedUntilTopUp', messageId: '1179038999' } },
	]);
	await trigger.poll();
	expect(trigger.staticData.waiting).toContainEqual(expect.objectContaining({ messageId: '1179038999', phone: PHONE }));
});

it('a message of an earlier execution is told as a repeat, with a hint', async () => {
	await send(simulator, { parameters });
	const again = await send(simulator, { items: [{ phone: PHONE }, { phone: '79000000002' }], parameters });

	expect(jsonOf(again)).toMatchObject([{ repeat: true, messageId: null }, { repeat: false }]);
	expect(again.hints.map(({ message }) => message).join()).toContain('Not sent again: 1 of 2,');
	expect(simulator.messages).toHaveLength(2);
});

describe('Get Status', () => {
	it.each(['reset-before-body', 'hang', 'status-503', 'html', 'cut'])('asks again, which does no harm (%s)', async (fault) => {
		await send(simulator);
		simulator.faults.set({ fault, next: 1 });
		const result = await onMessages(simulator, 'getStatus', [{ id: simulator.messages[0]?.id }], { options: optionsFor(fault) });

		expect(jsonOf(result)).toMatchObject([{ messageId: simulator.messages[0]?.id, final: false }]);
	});
});

it('Stop ends the pause before another try, and what is known is told', async () => {
	simulator.faults.set({ fault: 'status-429', seconds: 60 });
	const running = startSend(simulator, { options: { retries: 3 }, onError });
	while (simulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	running.cancel();
	await running.result;

	expect(simulator.requests).toHaveLength(1);
});
