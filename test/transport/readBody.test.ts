import { Readable } from 'node:stream';

import { isStream, readBody } from '../../nodes/CascadeMessaging/transport/readBody';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const soon = (): number => Date.now() + 5000;
const MEGABYTE = 1024 * 1024;

async function* piecesThen(pieces: readonly string[], end: () => Promise<void>): AsyncGenerator<Uint8Array> {
	for (const piece of pieces) yield bytes(piece);
	await end();
}

it('a whole body', async () => {
	const stream = Readable.from([bytes('{"a"'), bytes(':1}')]);

	expect(await readBody(stream, undefined, { deadline: soon(), largest: MEGABYTE })).toEqual({ text: '{"a":1}', isCut: false });
	expect(stream.destroyed).toBe(true);
});

it('a body in another charset', async () => {
	const stream = Readable.from([Uint8Array.from([0xcd, 0xe5, 0xf2])]);

	expect(await readBody(stream, 'text/plain; charset=cp1251', { deadline: soon(), largest: MEGABYTE })).toEqual({
		text: 'Нет',
		isCut: false,
	});
});

it.each([
	['breaks off', 'ECONNRESET', 'connectionLost'],
	['is stopped', 'ERR_CANCELED', 'stopped'],
])('a body that %s, as far as it came', async (_, code, expected) => {
	const stream = Readable.from(piecesThen(['{"a"'], () => Promise.reject(Object.assign(new Error('?'), { code }))));

	expect(await readBody(stream, undefined, { deadline: soon(), largest: MEGABYTE })).toMatchObject({
		text: '{"a"',
		isCut: true,
		brokenBy: { code: expected, chances: { mayHaveArrived: true } },
	});
});

it('a body that stalls, as far as it came by the deadline', async () => {
	const stream = Readable.from(piecesThen(['{"a"'], () => new Promise(() => undefined)));

	expect(await readBody(stream, undefined, { deadline: Date.now() + 50, largest: MEGABYTE })).toMatchObject({
		text: '{"a"',
		isCut: true,
		brokenBy: { code: 'timedOut', chances: { mayHaveArrived: true, isPassing: true } },
	});
});

describe('the deadline', () => {
	afterEach(() => {
		jest.useRealTimers();
	});

	it.each([
		[50, 50],
		[1, 1],
		[-50, 1],
	])('ends the reading in %d ms, after %d', async (milliseconds, expected) => {
		jest.useFakeTimers();
		const stream = Readable.from(piecesThen([], () => new Promise(() => undefined)));
		let isRead = false;
		void readBody(stream, undefined, { deadline: Date.now() + milliseconds, largest: MEGABYTE }).then(() => (isRead = true));

		await jest.advanceTimersByTimeAsync(expected - 1);
		expect([isRead, stream.destroyed]).toEqual([false, false]);
		await jest.advanceTimersByTimeAsync(1);
		expect([isRead, stream.destroyed]).toEqual([true, true]);
	});

	it('is waited for no longer than the body needs', async () => {
		jest.useFakeTimers();
		await readBody(Readable.from([bytes('{}')]), undefined, { deadline: soon(), largest: MEGABYTE });

		expect(jest.getTimerCount()).toBe(0);
	});
});

it('a body that is too large, up to there', async () => {
	const whole = await readBody(Readable.from([bytes('a'.repeat(MEGABYTE))]), undefined, { deadline: soon(), largest: MEGABYTE });
	const large = await readBody(Readable.from([bytes('a'.repeat(MEGABYTE)), bytes('b')]), undefined, {
		deadline: soon(),
		largest: MEGABYTE,
	});

	expect(whole.isCut).toBe(false);
	expect([large.text.length, large.isCut, large.brokenBy?.code]).toEqual([MEGABYTE, true, 'answerTooLarge']);
	expect(large.brokenBy?.message).toContain('The gateway answered with more than 1 MB, more than is read.');
	expect(large.brokenBy?.chances).toEqual({ mayHaveArrived: true, isPassing: false });
});

it.each([
	[Readable.from([]), true],
	['text', false],
	[null, false],
	[undefined, false],
	[{ destroy: () => undefined }, false],
	[[], false],
])('what can be read as a stream', (body, expected) => {
	expect(isStream(body)).toBe(expected);
});
