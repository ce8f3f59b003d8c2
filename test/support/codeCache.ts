import vm from 'node:vm';

import { TestEnvironment } from 'jest-environment-node';

interface Compiled {
	readonly source: string;
	readonly script: vm.Script;
	/** The code, with what was called of it in the test file that loaded it first. */
	code?: Buffer;
}

const compiled = new Map<string, Compiled>();
const fresh = new Set<Compiled>();

function compile(source: string, parameters: readonly string[] = [], options: vm.CompileFunctionOptions = {}): unknown {
	const { filename = '', parsingContext, importModuleDynamically } = options;
	const head = `(function (${parameters.join(',')}) {`;
	const known = compiled.get(filename);
	const code = known?.source === source ? known.code : undefined;
	const script = new vm.Script(`${head}${source}\n})`, {
		...{ filename, columnOffset: -head.length },
		...(code !== undefined && { cachedData: code }),
		...(importModuleDynamically !== undefined && { importModuleDynamically: importModuleDynamically as never }),
	});
	if (code === undefined) remember(filename, { source, script });
	return script.runInContext(parsingContext ?? vm.createContext());
}

function remember(filename: string, one: Compiled): void {
	compiled.set(filename, one);
	fresh.add(one);
}

vm.compileFunction = compile as typeof vm.compileFunction;

/**
 * Jest compiles each module anew for each test file, n8n-core's 1,700 too, which is half of the time it takes to load them. Here a process
 * keeps what it has compiled.
 */
export default class extends TestEnvironment {
	override async teardown(): Promise<void> {
		for (const one of fresh) one.code = one.script.createCachedData();
		fresh.clear();
		await super.teardown();
	}
}
