import type { Example } from '../n8n/workflows';
import { EXAMPLES } from '../n8n/workflows';
import type { Studio } from './studio';
import { takeCampaign, takeCanvas, takeEvents, takeNode, takePreview, takeSendWindow, takeSimulator } from './views';

/** A picture of the docs: its file is named so, with `.png`. */
export interface Picture {
	readonly name: string;
	/** Brings up what it shows, and takes it. */
	readonly take: (studio: Studio) => Promise<void>;
}

const canvasOf = (name: Example): Picture => ({ name, take: async (studio) => await takeCanvas(studio, name) });

/** All pictures of the docs, in the order they are taken: the later ones look at what the first has sent. */
export const ALBUM: readonly Picture[] = [
	{ name: 'campaign-from-csv', take: takeCampaign },
	{ name: 'node', take: takeNode },
	...EXAMPLES.filter((one) => one !== 'campaign-from-csv').map(canvasOf),
	{ name: 'preview', take: takePreview },
	{ name: 'send-window', take: takeSendWindow },
	{ name: 'simulator', take: takeSimulator },
	{ name: 'events', take: takeEvents },
];
