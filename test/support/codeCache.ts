import vm from 'node:vm';

import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest compiles each module anew for each test file, n8n-core's 1,700 too, which is a third of the time it takes to load them. Here a
 * process keeps what it has compiled.
 */
const compiled = new Map<string, { source: string; cachedData: Buffer }>();
const compile = vm.compileFunction;

vm.compileFunction = (source, parameters, options) => {
	const filename = options?.filename ?? '';
	const known = compiled.get(filename);
	if (known?.source === source) return compile(source, parameters, { ...options, cachedData: known.cachedData });
	const made = compile(source, parameters, { ...options, produceCachedData: true });
	if (made.cachedData !== undefined) compiled.set(filename, { source, cachedData: made.cachedData });
	return made;
};

export default TestEnvironment;
