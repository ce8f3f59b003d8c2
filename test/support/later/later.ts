type Exports = Readonly<Record<string, unknown>>;

/** A file of node_modules that is loaded when one of its exports is first used. */
export function later(file: string): Exports {
	let loaded: Exports | undefined;
	const exportOf = (_: unknown, name: string): unknown => {
		if (name === '__esModule') return true;
		loaded ??= jest.requireActual<Exports>(`../../../node_modules/${file}`);
		return loaded[name];
	};
	return new Proxy<Exports>({}, { get: exportOf });
}
