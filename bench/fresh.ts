import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A process that has answered and is still there. */
export interface Started<A> {
	answer: A;
	/** Ends it, and waits until it is gone. */
	end: () => Promise<void>;
}

/**
 * Starts a program of the bench in a process of its own and waits for its answer. The process ends when told to, or with this one.
 *
 * @param program the file, which calls `answering`
 * @param question what the program is asked: anything JSON can hold
 * @throws Error when it ends without an answer; what it complained of is on the screen
 */
export async function startProcess<A>(program: string, question: unknown): Promise<Started<A>> {
	const child = fork(program, [JSON.stringify(question)], {
		execArgv: ['--import', 'tsx', '--expose-gc'],
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
	const gone = once(child, 'exit');
	const end = async (): Promise<void> => {
		child.kill();
		await gone;
	};
	return await new Promise((resolve, reject) => {
		child.once('message', (answer) => {
			resolve({ answer: answer as A, end });
		});
		child.once('error', reject);
		child.once('exit', (code) => {
			reject(new Error(`${path.relative(__dirname, program)} ended without an answer (exit code ${code ?? 'none'}).`));
		});
	});
}

/** Has a program answer one question in a fresh process, so that neither heap nor compiled code of an earlier measurement counts. */
export async function inFreshProcess<A>(program: string, question: unknown): Promise<A> {
	const { answer, end } = await startProcess<A>(program, question);
	await end();
	return answer;
}

/** The program's side: answers the question it was started with, and then stays until it is ended. */
export function answering(work: (question: never) => Promise<unknown>): void {
	process.once('disconnect', () => process.exit());
	void work(JSON.parse(process.argv[2] ?? 'null') as never).then(
		(answer) => process.send?.(answer),
		(error: unknown) => {
			process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
			process.exit(1);
		},
	);
}
