const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** One Ctrl-C arrives twice when npm and tsx pass it on as well. */
const sameAskInMs = 1000;

type StopName = keyof typeof exitCodes;

/** Somebody asked the demo to end. */
export class Stopped extends Error {
	override readonly name = 'Stopped';
	/** The exit code that says which signal it was. */
	readonly exitCode: number;

	constructor(by: StopName) {
		super(`Stopped by ${by}.`);
		this.exitCode = exitCodes[by];
	}
}

/**
 * A signal that is aborted, for the reason `Stopped`, when somebody asks this process to end. Asked again a while later, the process
 * ends at once.
 */
export function stopSignal(): AbortSignal {
	const controller = new AbortController();
	let firstAsked = Infinity;
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(name, () => {
			if (Date.now() - firstAsked > sameAskInMs) process.exit(exitCodes[name]);
			firstAsked = Math.min(firstAsked, Date.now());
			controller.abort(new Stopped(name));
		});
	}
	return controller.signal;
}
