import { read, type Reading, resolve } from './reading';
import type { Part } from './rules';

/** Path from the root, with slashes → text. */
export type Sources = ReadonlyMap<string, string>;

/** What is wrong with the arrows between the sources, one sentence each; empty when the house is in order. */
export function violations(sources: Sources, house: readonly Part[]): string[] {
	const readings = new Map([...sources].map(([path, text]) => [path, read(path, text)]));
	const single = [...readings].flatMap(([path, reading]) => {
		const part = partOf(path, house);
		if (part === undefined) return [`${path} belongs to no part of the house`];
		return [...arrows(path, reading, { part, house, readings }), ...chance(path, reading, part)];
	});
	return [...single, ...cycles(readings)];
}

interface Place {
	part: Part;
	house: readonly Part[];
	readings: ReadonlyMap<string, Reading>;
}

const partOf = (path: string, house: readonly Part[]): Part | undefined => house.find(({ files }) => files.test(path));

function arrows(path: string, { imports }: Reading, { part, house, readings }: Place): string[] {
	const packages = part.packages ?? /^/;
	return imports.flatMap((target) => {
		if (!target.startsWith('.')) {
			return packages.test(target) ? [] : [`${path} (${part.name}) may not import the package ${target}`];
		}
		const file = resolve(path, target, readings);
		if (file === undefined) return part.packages ? [`${path} imports ${target}, which is outside the house`] : [];
		const to = partOf(file, house);
		if (to === part) return [];
		if (to === undefined || !part.parts.includes(to.name)) {
			return [`${path} (${part.name}) may not import ${file} (${to?.name ?? 'no part'})`];
		}
		const isAtDoor = to.door === undefined || to.door === file;
		return isAtDoor ? [] : [`${path} (${part.name}) may not import ${file} past the door of ${to.name}`];
	});
}

function chance(path: string, { impure }: Reading, part: Part): string[] {
	return part.pure === true ? impure.map((asked) => `${path} (${part.name}) is pure and may not use ${asked}`) : [];
}

/** Follows all imports, of types too, depth first; an arrow back to a file that is still open closes a circle. */
function cycles(readings: ReadonlyMap<string, Reading>): string[] {
	const found: string[] = [];
	const done = new Set<string>();
	const walk = (path: string, open: readonly string[]): void => {
		const start = open.indexOf(path);
		if (start !== -1) found.push(`import cycle: ${[...open.slice(start), path].join(' → ')}`);
		if (start !== -1 || done.has(path)) return;
		for (const target of readings.get(path)?.imports ?? []) {
			const file = target.startsWith('.') ? resolve(path, target, readings) : undefined;
			if (file !== undefined) walk(file, [...open, path]);
		}
		done.add(path);
	};
	for (const path of readings.keys()) walk(path, []);
	return found;
}
