#!/bin/sh
# The kiosk's command, whatever the caller's environment says of Python and Qt.
unset QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH QML_IMPORT_PATH QML2_IMPORT_PATH QML_IMPORT_TRACE LD_PRELOAD LD_LIBRARY_PATH
exec /usr/lib/imaging-kiosk/venv/bin/python -I -m kiosk "$@"
