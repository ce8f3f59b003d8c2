/** Shows what is being done: in one line on a terminal, in a line each elsewhere. */
export function progress(stream: NodeJS.WriteStream): { tell: (line: string) => void; done: () => void } {
	const started = Date.now();
	const clear = stream.isTTY ? '\r\u001B[K' : '';
	return {
		tell: (line) => {
			const seconds = Math.round((Date.now() - started) / 1000);
			stream.write(`${clear}[${seconds} s] ${line}${stream.isTTY ? ' …' : '\n'}`);
		},
		done: () => {
			stream.write(clear);
		},
	};
}
