@"%~dp0..\..\node_modules\.bin\node" --disable-warning=MODULE_TYPELESS_PACKAGE_JSON "%~dp0electron-stand-in.ts" %*
