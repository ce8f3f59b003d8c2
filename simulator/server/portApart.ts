const FIRST = 10_000;
const COUNT = 20_000;
/** Someone else has the port, or nobody may have it. */
const TAKEN = ['EADDRINUSE', 'EACCES'];

/** Far apart for processes that were started one after another. */
let turn = process.pid * 7919;

/**
 * Does something on a free port below those that systems hand out by themselves, and on another one each time: a port that is shut for a while must
 * not be somebody else's meanwhile.
 *
 * @throws what `act` throws, unless that is because a port is taken
 */
export async function onPortApart(act: (port: number) => Promise<number>): Promise<number> {
	for (let tries = 1; ; tries++) {
		turn = (turn + 1) % COUNT;
		try {
			return await act(FIRST + turn);
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			if (tries === COUNT || code === undefined || !TAKEN.includes(code)) throw error;
		}
	}
}
