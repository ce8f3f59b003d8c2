import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { FastifyInstance } from 'fastify';

const FILES: readonly (readonly [string, string, string])[] = [
	['/', 'index.html', 'text/html; charset=utf-8'],
	['/style.css', 'style.css', 'text/css; charset=utf-8'],
	['/page.mjs', 'page.mjs', 'text/javascript; charset=utf-8'],
	['/phone.mjs', 'phone.mjs', 'text/javascript; charset=utf-8'],
	['/bubbles.mjs', 'bubbles.mjs', 'text/javascript; charset=utf-8'],
	['/deeds.mjs', 'deeds.mjs', 'text/javascript; charset=utf-8'],
	['/elements.mjs', 'elements.mjs', 'text/javascript; charset=utf-8'],
];

/** Nothing but the page's own files: what senders write can neither run nor load anything. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'";

/** Adds the page of the virtual phones at `/`. */
export function addPage(app: FastifyInstance): void {
	for (const [path, file, type] of FILES) {
		app.get(path, async (_, reply) =>
			reply
				.type(type)
				.headers({ 'content-security-policy': POLICY, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
				.send(await readFile(join(__dirname, '..', 'web', file))),
		);
	}
}
