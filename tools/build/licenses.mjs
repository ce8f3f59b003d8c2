import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const rule = `\n\n${'-'.repeat(80)}\n\n`;

/** …/node_modules/@scope/name/lib/x.js → …/node_modules/@scope/name. */
function packageFolder(moduleId) {
	const marker = `${sep}node_modules${sep}`;
	const start = moduleId.lastIndexOf(marker) + marker.length;
	const depth = moduleId[start] === '@' ? 2 : 1;
	return join(moduleId.slice(0, start), ...moduleId.slice(start).split(sep).slice(0, depth));
}

/** What a package in a folder is and says of its licence; `terms` is what many share word for word, whatever marks they quote with. Throws when it names no licence. */
function notice(folder) {
	const { name, version, license, author = 'its authors' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	if (license === undefined) throw new Error(`${name} is bundled but names no licence`);
	const title = `${name} ${version} (${license}), by ${author.name ?? author}`;
	const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
	const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
	const start = Math.max(0, text.indexOf('Permission is hereby granted'));
	return {
		about: [title, text.slice(0, start).trim()].filter((part) => part !== '').join('\n'),
		terms: text
			.slice(start)
			.replace(/\s+/g, ' ')
			.replace(/["“”']/g, '"'),
	};
}

/** The notices of packages, each terms once, below all packages that are under them. */
function textOf(notices) {
	const terms = [...new Set(notices.map((one) => one.terms))];
	const under = (text) => notices.filter((one) => one.terms === text).map(({ about }) => about);
	return `${terms.map((text) => [...under(text), text].filter((part) => part !== '').join('\n\n')).join(rule)}\n`;
}

/** Rolldown plugin: writes the licences of the bundled libraries beside them, as they ask. */
export const licenses = ({ fromOutside, fileName }) => ({
	name: 'licenses',
	generateBundle(_options, files) {
		const modules = Object.values(files).flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
		const folders = [...new Set(modules.filter(fromOutside).map(packageFolder))].sort();
		if (folders.length > 0) this.emitFile({ type: 'asset', fileName, source: textOf(folders.map(notice)) });
	},
});
