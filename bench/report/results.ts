import { arch, availableParallelism, cpus, totalmem } from 'node:os';

import { version } from '../../package.json';
import type { Goal } from './goal';
import { beyond, isMet } from './goal';
import type { Section } from './section';

/** A goal and how it came out. */
export interface Judged extends Goal {
	met: boolean;
	/** 1 or less is met; 2 is twice as much as it may be, or half of what it should be. */
	beyond: number;
}

/** Everything a run has found out, with what it was found out on. */
export interface Results {
	/** ISO 8601, UTC. */
	date: string;
	machine: string;
	versions: string;
	command: string;
	goals: readonly Judged[];
	sections: readonly Section[];
}

/** Puts the sections together. */
export function resultsOf(sections: readonly Section[], args: readonly string[]): Results {
	const [{ model } = { model: 'unknown processor' }] = cpus();
	return {
		date: new Date().toISOString(),
		machine: `${availableParallelism()} cores of ${model.trim()} (${arch()}), ${Math.round(totalmem() / 1e9)} GB, for the node, the gateway and the bench together`,
		versions: `n8n-nodes-cascade-messaging ${version}, Node.js ${process.version}`,
		command: ['npm run bench', ...(args.length === 0 ? [] : ['--', ...args])].join(' '),
		goals: sections.flatMap(({ goals }) => goals.map((goal) => ({ ...goal, met: isMet(goal), beyond: beyond(goal) }))),
		sections,
	};
}
