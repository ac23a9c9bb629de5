pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Pages
import Kiosk.Bridge

// The sheet that lies over the page, if any. What the visitor set stays hers while the words under it change: a sheet is
// made anew only for another sheet.
Loader {
    id: root

    required property Kiosk kiosk

    function sheet(overlay: string): Component {
        switch (overlay) {
        case "ease":
            return ease;
        case "help":
            return help;
        case "languages":
            return languages;
        case "voice":
            return voice;
        case "offer":
            return offer;
        case "keys":
            return keys;
        }
        return null;
    }

    active: root.kiosk.overlay !== "" && !root.kiosk.warning
    sourceComponent: root.sheet(root.kiosk.overlay)

    Component {
        id: ease

        EaseSheet {
            kiosk: root.kiosk
        }
    }

    Component {
        id: help

        HelpSheet {
            kiosk: root.kiosk
        }
    }

    Component {
        id: languages

        LanguageSheet {
            kiosk: root.kiosk
        }
    }

    Component {
        id: voice

        VoiceSheet {
            kiosk: root.kiosk
        }
    }

    Component {
        id: offer

        OfferSheet {
            kiosk: root.kiosk
        }
    }

    Component {
        id: keys

        KeysSheet {
            kiosk: root.kiosk
        }
    }
}
