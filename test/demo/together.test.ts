import { together } from '../../demo/together';

describe('what is done together', () => {
	const never = new AbortController().signal;
	const untilStopped = async (signal: AbortSignal): Promise<never> => {
		return await new Promise((_, reject) => {
			signal.addEventListener('abort', () => {
				reject(signal.reason as Error);
			});
		});
	};

	it('gives what each part gives, in their order', async () => {
		const slow = async (): Promise<number> => await new Promise((resolve) => setTimeout(resolve, 20, 1));

		expect(await together(never, [slow, async () => await Promise.resolve('b')])).toEqual([1, 'b']);
	});

	it('is stopped when a part of it fails, and says what failed first', async () => {
		const fails = async (): Promise<never> => await Promise.reject(new Error('The disk is full'));

		await expect(together(never, [untilStopped, fails])).rejects.toThrow('The disk is full');
	});

	it('is stopped from outside', async () => {
		const outside = new AbortController();
		const works = together(outside.signal, [untilStopped, untilStopped]);
		outside.abort(new Error('Ctrl-C'));

		await expect(works).rejects.toThrow('Ctrl-C');
	});
});
