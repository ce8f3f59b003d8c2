import type { ServerResponse } from 'node:http';

/** Counts the requests that are under way at each address: those whose answer is not written yet. */
export class UnderWay {
	readonly #counts = new Map<string, number>();

	/** Notes a request. @returns how many are under way at its address now, itself included */
	begin(path: string, response: ServerResponse): number {
		const count = this.#add(path, 1);
		const end = (): void => {
			response.off('prefinish', end).off('close', end);
			this.#add(path, -1);
		};
		response.once('prefinish', end).once('close', end);
		return count;
	}

	#add(path: string, change: number): number {
		const count = (this.#counts.get(path) ?? 0) + change;
		this.#counts.set(path, count);
		return count;
	}
}
