/** How a run ended: when it failed, what helps to find out why is kept. */
interface End {
	failed: boolean;
	tell: (line: string) => void;
}

type Task = (end: End) => Promise<void>;

/** What has to be undone at the end, last things first. */
export class Cleanup {
	readonly #tasks: Task[] = [];

	/** Adds something to undo. */
	add(task: Task): void {
		this.#tasks.push(task);
	}

	/** Undoes everything; what does not work out is told and stops nothing else. */
	async run(end: End): Promise<void> {
		for (const task of this.#tasks.splice(0).reverse()) {
			await task(end).catch((error: unknown) => {
				end.tell(`Cleaning up: ${error instanceof Error ? error.message : String(error)}`);
			});
		}
	}
}
