import { existsSync } from 'node:fs';
import path from 'node:path';

import type { Program } from '../processes';

const npmScript = path.join('node_modules', 'npm', 'bin', 'npm-cli.js');

/** Where npm runs and who runs it. */
interface NpmCall {
	cwd: string;
	logFile: string;
	/** The Node.js to run npm (and so every install script) with, headers beside it; the demo's own when left out. */
	node?: string;
}

/** npm as a program to start: the npm that started the demo, else the one that came with Node.js, else the one on the PATH. */
export function npm(args: readonly string[], { cwd, logFile, node }: NpmCall): Program {
	const env = npmEnvironment(process.env, node);
	const bin = path.dirname(process.execPath);
	const scripts = [process.env.npm_execpath ?? '', path.join(bin, npmScript), path.join(bin, '..', 'lib', npmScript)];
	const script = scripts.find((file) => path.basename(file) === 'npm-cli.js' && existsSync(file));
	if (script === undefined) return { file: 'npm', args, cwd, env, logFile };
	return { file: node ?? process.execPath, args: [script, ...args], cwd, env, logFile, isNode: true };
}

/**
 * The environment for npm: the user's own, without what the project's npm left in it (its settings would apply to another package
 * here), and with `node` found first on the PATH.
 */
export function npmEnvironment(env: Readonly<Record<string, string | undefined>>, node?: string): Record<string, string> {
	const own = Object.entries(env).filter(
		(entry): entry is [string, string] =>
			entry[1] !== undefined && !/^(npm_(package|lifecycle)_|npm_config_ignore_scripts$)/i.test(entry[0]),
	);
	const cleaned = Object.fromEntries(own);
	if (node === undefined) return cleaned;
	const bin = path.dirname(node);
	return { ...cleaned, PATH: [bin, env.PATH].join(path.delimiter), npm_config_nodedir: path.dirname(bin) };
}
