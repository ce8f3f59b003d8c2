import { readFile, writeFile } from 'node:fs/promises';

/** What a process has used since its meter was started. */
export interface Use {
	/** The most memory it held at once (RSS), bytes. */
	peakMemory: number;
	/** How long processors worked for it, seconds: the same on a busy machine. */
	processorTime: number;
}

const TICKS_PER_SECOND = 100;

/** Starts to watch a process, on Linux; the answer reads what it has used since. */
export async function meter(pid: number): Promise<() => Promise<Use>> {
	// 5 sets the peak back to what the process holds now (proc(5)).
	await writeFile(`/proc/${pid}/clear_refs`, '5');
	const before = await processorTime(pid);
	return async () => ({ peakMemory: await peakMemory(pid), processorTime: (await processorTime(pid)) - before });
}

async function peakMemory(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

async function processorTime(pid: number): Promise<number> {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
