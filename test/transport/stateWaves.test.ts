import type { ProtocolName } from '../../nodes/CascadeMessaging/protocol';
import type { Account } from '../../nodes/CascadeMessaging/transport/account';
import type { GatewayContext } from '../../nodes/CascadeMessaging/transport/context';
import { ask } from '../../nodes/CascadeMessaging/transport/gateway';
import type { StateReply } from '../../nodes/CascadeMessaging/transport/stateReply';
import { askInWaves } from '../../nodes/CascadeMessaging/transport/stateWaves';

jest.mock('../../nodes/CascadeMessaging/transport/gateway');

const account = { quote: (words: string) => words, redact: (words: string) => words } as Account;
const context = { logger: { error: () => undefined } } as unknown as GatewayContext;
let questions = 0;
beforeEach(() => {
	questions = 0;
	jest.mocked(ask).mockImplementation(async (_context, _account, request) => {
		questions += 1;
		await Promise.resolve();
		const ids = [...(request.method === 'POST' ? request.body : '').matchAll(/\d+/g)].map(([id]) => id);
		const states = ids.map((id) => ({ id_message: id, state: 'deliver' }));
		const text = request.method === 'GET' ? 'deliver' : JSON.stringify({ state: states });
		return { text, isCut: false, status: 200 };
	});
});

const waves = (ids: readonly string[], protocol: ProtocolName): ReturnType<typeof askInWaves> =>
	askInWaves(context, account, ids, { protocol, idsPerRequest: 2, timeoutSeconds: 1, retries: 0 });

it('gives the replies of a request before it makes the next', async () => {
	const seen: unknown[] = [];
	for await (const replies of waves(['1', '2', '3'], 'json')) seen.push([questions, [...replies.keys()]]);

	expect(seen).toEqual([
		[1, ['1', '2']],
		[2, ['3']],
	]);
});

it('makes as many requests at once as the protocol lets it', async () => {
	const seen: [number, ReadonlyMap<string, StateReply>][] = [];
	for await (const replies of waves(['1', '2'], 'get')) seen.push([questions, replies]);

	expect(seen.map(([made, replies]) => [made, [...replies.keys()]])).toEqual([
		[2, ['1']],
		[2, ['2']],
	]);
});

it('asks nothing about nothing', async () => {
	const seen: unknown[] = [];
	for await (const replies of waves([], 'json')) seen.push(replies);

	expect([seen, questions]).toEqual([[], 0]);
});
