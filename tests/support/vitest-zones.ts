import "@/lib/platform/time/zone-data";
import { setNetworkTimeZone } from "@/lib/platform/i18n/network-time-zone";

// What a page is given before it is drawn: the clocks of the world, and whose come first.
setNetworkTimeZone("America/Toronto");
