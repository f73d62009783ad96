def advice(error):
    if error.code.startswith("AuthFailure"):
        return "check the credentials"
    elif error.code == "AuthFailure.SignatureExpire":
        return "set the clock"
    return "look it up"
