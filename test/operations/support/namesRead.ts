import type { Values } from '../../../nodes/CascadeMessaging/operations/shared/values';

/** The names of the options something reads. */
export function namesRead(read: (options: Values) => unknown): string[] {
	const names = new Set<string>();
	const options: Values = new Proxy(
		{},
		{
			get: (_, name) => {
				names.add(String(name));
				return undefined;
			},
		},
	);
	read(options);
	return [...names].sort();
}
