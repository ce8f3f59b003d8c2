import { later } from './later';

module.exports = later('recast/lib/util.js');
