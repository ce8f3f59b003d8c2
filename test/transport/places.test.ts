import { Places } from '../../nodes/CascadeMessaging/transport/places';

/** Once everything that could begin has begun. */
const settled = async (): Promise<unknown> => await new Promise(setImmediate);

/** Works that end when they are told to, and which of them have begun. */
function works(places: Places): {
	begin: (name: string, signal?: AbortSignal) => Promise<string | undefined>;
	end: (name: string) => Promise<void>;
	begun: string[];
} {
	const begun: string[] = [];
	const ends = new Map<string, () => void>();
	const begin = async (name: string, signal?: AbortSignal): Promise<string | undefined> =>
		await places.take(async () => {
			begun.push(name);
			await new Promise<void>((resolve) => ends.set(name, resolve));
			return `${name} done`;
		}, signal);
	const end = async (name: string): Promise<void> => {
		await settled();
		ends.get(name)?.();
		await settled();
	};
	return { begin, end, begun };
}

it('so many works are under way at once, and the others follow in the order they asked', async () => {
	const { begin, end, begun } = works(new Places(2));
	const all = ['a', 'b', 'c', 'd'].map((name) => begin(name));
	await settled();
	expect(begun).toEqual(['a', 'b']);

	await end('b');
	expect(begun).toEqual(['a', 'b', 'c']);
	await end('a');
	expect(begun).toEqual(['a', 'b', 'c', 'd']);
	await end('c');
	await end('d');
	expect(await Promise.all(all)).toEqual(['a done', 'b done', 'c done', 'd done']);
});

it('a place is free again, also when a work has failed', async () => {
	const places = new Places(1);
	await expect(places.take(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
	await expect(places.take(async () => await Promise.resolve('y'))).resolves.toBe('y');
	await expect(places.take(async () => await Promise.resolve('z'))).resolves.toBe('z');
});

describe('whoever is stopped', () => {
	it('waits no longer, and is passed over', async () => {
		const stop = new AbortController();
		const { begin, end, begun } = works(new Places(1));
		const first = begin('a');
		const stopped = begin('b', stop.signal);
		const last = begin('c', new AbortController().signal);
		stop.abort();
		expect(await stopped).toBeUndefined();

		await end('a');
		await end('c');
		expect([await first, await last, begun]).toEqual(['a done', 'c done', ['a', 'c']]);
	});

	it('does not begin, even where there is a place', async () => {
		const { begin, begun } = works(new Places(1));
		expect(await begin('a', AbortSignal.abort())).toBeUndefined();
		expect(begun).toEqual([]);
	});

	it('keeps the place of a work that has begun until it ends', async () => {
		const stop = new AbortController();
		const { begin, end, begun } = works(new Places(1));
		const first = begin('a', stop.signal);
		const last = begin('b');
		stop.abort();
		await end('x');
		expect(begun).toEqual(['a']);

		await end('a');
		await end('b');
		expect([await first, await last]).toEqual(['a done', 'b done']);
	});

	it('leaves nothing behind on the signal once a place was given', async () => {
		const { signal } = new AbortController();
		const remove = jest.spyOn(signal, 'removeEventListener');
		const { begin, end } = works(new Places(1));
		const both = [begin('a'), begin('b', signal)];
		await end('a');
		await end('b');
		await Promise.all(both);
		expect(remove).toHaveBeenCalledTimes(1);
	});
});
