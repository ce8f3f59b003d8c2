import type { Release } from '../../../demo/n8n/releases';
import { RELEASES } from '../../../demo/n8n/releases';

const { N8N_RELEASE = 'lastOfOne' } = process.env;

/** The n8n that is tried: `N8N_RELEASE` names it, the last 1.x where nothing is said. */
export const release: Release =
	RELEASES[N8N_RELEASE] ??
	(() => {
		throw new Error(`There is no release "${N8N_RELEASE}", only ${Object.keys(RELEASES).join(', ')}.`);
	})();
