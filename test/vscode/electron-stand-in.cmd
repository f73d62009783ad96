@"%ERROR_CODES_NODE%" --disable-warning=MODULE_TYPELESS_PACKAGE_JSON "%~dp0electron-stand-in.ts" %*
