/**
 * Does several pieces of work at the same time. When one fails the others are stopped, and once all have ended what failed first is thrown.
 *
 * @returns what each gives, in their order
 */
export async function together<T extends readonly unknown[]>(
	signal: AbortSignal,
	works: { readonly [Index in keyof T]: (signal: AbortSignal) => Promise<T[Index]> },
): Promise<T> {
	const failing = new AbortController();
	const either = AbortSignal.any([signal, failing.signal]);
	const running = works.map(async (work) => {
		try {
			return await work(either);
		} catch (error) {
			failing.abort(error);
			throw error;
		}
	});
	await Promise.allSettled(running);
	if (failing.signal.aborted) throw failing.signal.reason as Error;
	return (await Promise.all(running)) as unknown as T;
}
