import { hasReplyKey } from '../../nodes/CascadeMessaging/transport/replyKey';

const asked = async (replySecret: unknown, query: object): Promise<boolean> =>
	await hasReplyKey({ getCredentials: async () => ({ replySecret }) as never, getQueryData: () => query });

it.each<[unknown, object, boolean]>([
	[undefined, {}, true],
	['', { key: 'x' }, true],
	['  ', {}, true],
	['secret', { key: 'secret' }, true],
	[' secret\n', { key: 'secret' }, true],
	['1234', { key: '1234' }, true],
	[1234, { key: '1234' }, true],
	['secret', {}, false],
	['secret', { key: '' }, false],
	['secret', { key: 'Secret' }, false],
	['secret', { key: ['secret'] }, false],
	['secret', { key: { toString: () => 'secret' } }, false],
	['1234', { key: 1234 }, false],
])('where the key is %j, the query %j lets in: %j', async (key, query, isIn) => {
	expect(await asked(key, query)).toBe(isIn);
});
